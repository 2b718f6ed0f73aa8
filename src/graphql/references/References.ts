import { isIdForm, prefixOf, TYPE_OF_PREFIX } from "../../model/EntityId.js";
import type { ReferableKind } from "../../model/entityKinds.js";
import type { DatasetPart } from "../../model/DatasetPart.js";
import { normalizeName } from "../../names/normalizeName.js";
import type { NamedId } from "../../names/NameTable.js";
import type { HeldLevel } from "../../paths/query/HeldLevel.js";
import type { ArgumentError } from "../../paths/query/PathQueryError.js";
import type { RoleRecords } from "../../paths/query/PathQuery.js";
import type { IgnoredReference } from "./IgnoredReference.js";
import type { Context } from "../Context.js";
import { badInput, InputError, type InputProblem, type OnBad } from "../errors/InputError.js";
import { alternatives, listed, shown } from "../errors/wording.js";
import { REFERENCE_COST } from "../limits/LIMITS.js";

/** The kinds of nodes that arguments refer to by id, title or alias, with the word for each. */
const REFERABLE = {
  ROLE: { word: "role" },
  SKILL: { word: "skill" },
  TRACK: { word: "track" },
  CERTIFICATION: { word: "certification" },
  DEGREE: { word: "degree" },
} as const satisfies Record<ReferableKind, { word: string }>;

const LONGEST = 300;
const MOST = 100;

/** Maximum number of candidates in an error message; `extensions` has all of them. */
const MOST_SHOWN = 5;

/** An unknown reference. Its near misses are searched after all references have been looked up. */
interface Missed {
  readonly kind: ReferableKind;
  readonly argument: string;
  readonly reference: string;
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/**
 * Looks up the references of one field and collects all problems of its arguments, so that `check` can report them together. An invalid
 * reference resolves to the empty string: await `check` before using any result.
 */
export class References {
  readonly #problems: (InputProblem | Missed)[] = [];
  /** Ignored references, whose messages are set by `check`. */
  readonly #ignored: { readonly missed: Missed; readonly entry: Mutable<IgnoredReference> }[] = [];

  constructor(private readonly context: Context) {}

  /** The ids of a list of references; those that do not resolve are returned separately. */
  tolerant(
    kind: ReferableKind,
    argument: string,
    references: readonly string[] | null | undefined,
  ): { readonly ids: readonly string[]; readonly ignored: readonly IgnoredReference[] } {
    const apart = new References(this.context);
    const found = apart.list(kind, argument, references) ?? [];
    if (references !== null && references !== undefined && references.length > MOST) {
      this.#problems.push(...apart.#problems);
      return { ids: [], ignored: [] };
    }
    const ignored = apart.#problems.map((problem): Mutable<IgnoredReference> => {
      const at = Number(/\[(\d+)\]$/.exec(problem.argument)?.[1]);
      const reference = shown(references?.[at] ?? "");
      if (!("kind" in problem)) return { reference, ...toldOf(problem) };
      // `check` sets the message and the suggestions.
      const entry = {
        reference,
        argument: problem.argument,
        code: `${problem.kind}_NOT_FOUND` as const,
        message: "",
        suggested: [],
      };
      this.#ignored.push({ missed: problem, entry });
      return entry;
    });
    return { ids: found.filter((id) => id !== ""), ignored };
  }

  /** The id of one reference. */
  one(kind: ReferableKind, argument: string, reference: string): string {
    if (reference.length > LONGEST) {
      this.bad(argument, "OUT_OF_RANGE", `The reference has ${reference.length} characters; the limit is ${LONGEST}.`);
      return "";
    }
    this.context.work.charge(REFERENCE_COST);
    const found = this.context.snapshot.names.resolve(kind, reference, false);
    if ("id" in found) return found.id;
    this.#problems.push(
      "candidates" in found
        ? ambiguous(kind, argument, reference, found.candidates.map(this.#withOrigin))
        : { kind, argument, reference },
    );
    return "";
  }

  /** The id of an optional reference; null if it is not given. */
  optional(kind: ReferableKind, argument: string, reference: string | null | undefined): string | null {
    return reference === null || reference === undefined ? null : this.one(kind, argument, reference);
  }

  /** The ids of a list of references, in its order; null if the list is null or absent. */
  list(kind: ReferableKind, argument: string, references: readonly string[] | null | undefined): string[] | null {
    if (references === null || references === undefined) return null;
    if (this.tooMany(argument, references)) return [];
    return references.map((reference, index) => this.one(kind, `${argument}[${index}]`, reference));
  }

  /** The roles of a list of references, each as the ids of all records that EXACT matches join with it. */
  roles(argument: string, references: readonly string[] | null | undefined): RoleRecords[] {
    return (this.list("ROLE", argument, references) ?? []).map((id) => this.context.snapshot.names.sameAs(id));
  }

  /** Index of the dataset, among those served, that a text names by id or name; null if no text is given. */
  dataset(argument: string, text: string | null | undefined): number | null {
    if (text === null || text === undefined) return null;
    const parts = [...this.context.snapshot.parts.values()];
    const id = text.trim().toLowerCase();
    const byId = parts.findIndex((part) => part.id === id || part.id === `dataset:${id}`);
    const name = normalizeName(text.slice(0, LONGEST));
    const named = parts.flatMap((part, place) => (normalizeName(part.name) === name ? place : []));
    const [only] = byId >= 0 ? [byId] : named;
    if (only !== undefined && (byId >= 0 || named.length === 1)) return only;
    const suggestions = (named.length > 0 ? named.map((place) => parts[place] as DatasetPart) : parts)
      .slice(0, MOST_SHOWN)
      .map((part) => ({ id: part.id, name: part.name }));
    const what = named.length > 0 ? `names ${named.length} datasets` : "names no dataset";
    const message = `“${shown(text)}” ${what}. Give ${listed(suggestions.map((part) => part.id))}; \`dataset { parts { id name } }\` lists them all.`;
    const extensions = { reason: "UNKNOWN_NAME", reference: shown(text), suggestions };
    this.add({ code: "BAD_USER_INPUT", argument, message, extensions });
    return null;
  }

  /** Whether a list has more entries than the limit; if so, records the problem. */
  tooMany(argument: string, list: readonly unknown[]): boolean {
    if (list.length <= MOST) return false;
    this.bad(argument, "OUT_OF_RANGE", `The list has ${list.length} entries; the limit is ${MOST}.`);
    return true;
  }

  /**
   * Levels of skills on the scales of the skills' own datasets. Records levels outside of the scale, and duplicate skills.
   * @param skillIds the skill of each level; the empty string if it did not resolve
   */
  levels(argument: string, levels: readonly { readonly level: number }[], skillIds: readonly string[]): HeldLevel[] {
    const { parts, skills } = this.context.snapshot;
    const scales = [...parts.values()].map(({ levelScale }) => levelScale);
    const held = new Map<string, HeldLevel>();
    for (const [i, skillId] of skillIds.entries()) {
      if (skillId === "") continue;
      const { level } = levels[i] as { readonly level: number };
      const part = skills.parts.get(skillId) as number;
      const scale = scales[part] ?? null;
      const at = `${argument}[${i}]`;
      if (scale === null) {
        const message = "The dataset of this skill has no scale of levels. List the skill in `profile.skills` instead.";
        this.bad(`${at}.level`, "NOT_APPLICABLE", message);
      } else if (!(level >= scale.lowest && level <= scale.highest)) {
        const range = `${scale.lowest} to ${scale.highest} on the scale “${scale.name}”`;
        this.bad(`${at}.level`, "OUT_OF_RANGE", `\`level\` is ${level}. The levels of this skill are ${range}.`);
      }
      if (held.has(skillId))
        this.bad(`${at}.skill`, "CONTRADICTION", "This skill is already in the list. Give it one level.");
      held.set(skillId, { skillId, part, level });
    }
    return [...held.values()];
  }

  /** Records an invalid argument. */
  readonly bad: OnBad = (argument, reason, message) => this.add(badInput(argument, reason, message));

  /** Records another problem. */
  add(problem: InputProblem): void {
    this.#problems.push(problem);
  }

  /** Records further problems, except those about references that did not resolve, which are empty ids here. */
  alsoBad(problems: readonly ArgumentError[]): void {
    const unresolved = new Set(this.#problems.map(({ argument }) => argument));
    for (const { argument, reason, message } of problems) {
      if (!unresolved.has(argument)) this.bad(argument, reason, message);
    }
  }

  /**
   * Searches near misses of the unknown references and reports all problems.
   * @throws InputError if there are any problems
   */
  async check(): Promise<void> {
    for (const { missed, entry } of this.#ignored) Object.assign(entry, toldOf(await this.#notFound(missed)));
    if (this.#problems.length === 0) return;
    const problems: InputProblem[] = [];
    for (const problem of this.#problems) problems.push("kind" in problem ? await this.#notFound(problem) : problem);
    throw new InputError(problems);
  }

  async #notFound({ kind, argument, reference }: Missed): Promise<InputProblem> {
    const { names } = this.context.snapshot;
    const found = await this.context.nearMisses(() => names.resolve(kind, reference));
    const near = found !== null && "suggestions" in found ? found.suggestions : [];
    return notFound(
      kind,
      argument,
      reference,
      near.map(({ id, name, matchedName }) => ({ id, name, matchedName })),
    );
  }

  /** A record with its dataset, so that people can choose among records of the same name. */
  readonly #withOrigin = ({ id, name, originId }: NamedId): Candidate => {
    const part = this.context.snapshot.parts.get(originId);
    return { id, name, origin: { id: originId, name: part?.name ?? originId } };
  };
}

/** The properties of an ignored reference. */
function toldOf({ argument, code, message, extensions }: InputProblem): Omit<IgnoredReference, "reference"> {
  const named = (extensions?.candidates ?? extensions?.suggestions ?? []) as readonly Named[];
  return { argument, code, message, suggested: named.slice(0, MOST_SHOWN) };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface NearMiss extends Named {
  /** The name or alias that is similar, as written. */
  readonly matchedName: string;
}

interface Candidate extends Named {
  readonly origin: Named;
}

function ambiguous(
  kind: ReferableKind,
  argument: string,
  reference: string,
  candidates: readonly Candidate[],
): InputProblem {
  const { word } = REFERABLE[kind];
  return {
    code: `AMBIGUOUS_${kind}`,
    argument,
    message: `“${shown(reference)}” names ${candidates.length} ${word}s: ${choiceOf(candidates)}. Pass the id of one of them, or a full name that only one has.`,
    extensions: { reference: shown(reference), candidates },
  };
}

/** The best few candidates in a sentence, with their ids if names differ only in case, and the number of the others. */
function choiceOf(candidates: readonly Named[]): string {
  const best = candidates.slice(0, MOST_SHOWN);
  const more = candidates.length - best.length;
  const alike = new Set(best.map(({ name }) => name.toLowerCase())).size < best.length;
  const labels = best.map(({ id, name }) => (alike ? `“${name}” (${id})` : `“${name}”`));
  return more > 0 ? `${labels.join(", ")} and ${more} more` : `${labels.slice(0, -1).join(", ")} or ${labels.at(-1)}`;
}

/** Advice for a reference without near misses; the command line replaces it. */
export function searchAdvice(kind: string): string {
  return `Search for it with \`search(text: "…", kinds: [${kind}])\`.`;
}

/** A near miss in a sentence, with the similar alias if it is not the name. */
function toldName({ name, matchedName }: NearMiss): string {
  return name === matchedName ? `“${name}”` : `“${name}” (also called “${matchedName}”)`;
}

/** The kind of node that an id refers to, in words; null if the text does not have the form of an id. */
function kindInWords(text: string): string | null {
  const id = text.trim();
  const prefix = isIdForm(id) ? prefixOf(id) : null;
  return prefix === null ? null : TYPE_OF_PREFIX[prefix].replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function withArticle(word: string): string {
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

function notFound(
  kind: ReferableKind,
  argument: string,
  reference: string,
  suggestions: readonly NearMiss[],
): InputProblem {
  const { word } = REFERABLE[kind];
  if (reference.trim() === "") {
    return {
      code: `${kind}_NOT_FOUND`,
      argument,
      message: `The reference is empty. Give the id, the name or an alias of a ${word}. ${searchAdvice(kind)}`,
      extensions: { reference, suggestions },
    };
  }
  const other = kindInWords(reference);
  if (other !== null && other !== word) {
    return {
      code: `${kind}_NOT_FOUND`,
      argument,
      message: `“${shown(reference)}” refers to ${withArticle(other)}, but a ${word} is needed. Give the id, the name or an alias of a ${word}.`,
      extensions: { reference: shown(reference), suggestions },
    };
  }
  const hint = suggestions.length > 0 ? `Did you mean ${alternatives(suggestions.map(toldName))}?` : searchAdvice(kind);
  return {
    code: `${kind}_NOT_FOUND`,
    argument,
    message: `No ${word} is named “${shown(reference)}”. ${hint}`,
    extensions: { reference: shown(reference), suggestions },
  };
}
