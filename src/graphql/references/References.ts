import type { ReferableKind } from "../../model/entityKinds.js";
import type { QueryProblem } from "../../paths/query/PathQueryError.js";
import type { IgnoredReference } from "./IgnoredReference.js";
import type { Context } from "../Context.js";
import type { ErrorReason } from "../errors/ErrorCode.js";
import { badInput, InputError, type InputProblem } from "../errors/InputError.js";
import { listed, shown } from "../errors/wording.js";

/** Kinds that arguments refer to by id, title or alias, with the word for each. */
const REFERABLE = {
  ROLE: { word: "role" },
  SKILL: { word: "skill" },
  TRACK: { word: "track" },
  CERTIFICATION: { word: "certification" },
  DEGREE: { word: "degree" },
} as const satisfies Record<ReferableKind, { word: string }>;

const LONGEST = 300;
const MOST = 100;

/** Candidates that the message of an error names; the error itself carries all. */
const MOST_SHOWN = 5;

/**
 * Looks up the references of one request and collects everything that is wrong with its arguments, so that `check` can
 * report all of it together. What a bad reference resolves to is the empty string: call `check` before using any.
 */
export class References {
  readonly #problems: InputProblem[] = [];

  constructor(private readonly context: Context) {}

  /** The ids behind a list of references, less those that do not resolve, which come back apart. */
  tolerant(
    kind: ReferableKind,
    argument: string,
    references: readonly string[] | null | undefined,
  ): { readonly ids: readonly string[]; readonly ignored: readonly IgnoredReference[] } {
    const apart = new References(this.context);
    const found = apart.list(kind, argument, references) ?? [];
    const tooMany = references !== null && references !== undefined && references.length > MOST;
    if (tooMany) this.#problems.push(...apart.#problems);
    return {
      ids: found.filter((id) => id !== ""),
      ignored: tooMany
        ? []
        : apart.#problems.map(({ argument: at, code, message, extensions }) => ({
            argument: at,
            reference: shown(references?.[Number(/\[(\d+)\]$/.exec(at)?.[1])] ?? ""),
            code,
            message,
            suggested: ((extensions?.candidates ?? extensions?.suggestions ?? []) as readonly Named[]).slice(
              0,
              MOST_SHOWN,
            ),
          })),
    };
  }

  /** The id behind one reference. */
  one(kind: ReferableKind, argument: string, reference: string): string {
    if (reference.length > LONGEST) {
      this.bad(
        argument,
        "OUT_OF_RANGE",
        `A reference has at most ${LONGEST} characters; this one has ${reference.length}.`,
      );
      return "";
    }
    const { names } = this.context.snapshot;
    const found = this.context.suggesting((suggest) => names.resolve(kind, reference, suggest));
    if ("id" in found) return found.id;
    this.#problems.push(
      "candidates" in found
        ? ambiguous(kind, argument, reference, found.candidates)
        : notFound(kind, argument, reference, found.suggestions),
    );
    return "";
  }

  /** The same where the argument may be left out. */
  optional(kind: ReferableKind, argument: string, reference: string | null | undefined): string | null {
    return reference === null || reference === undefined ? null : this.one(kind, argument, reference);
  }

  /** The ids behind a list of references, in its order; null and an absent list give null. */
  list(kind: ReferableKind, argument: string, references: readonly string[] | null | undefined): string[] | null {
    if (references === null || references === undefined) return null;
    if (references.length > MOST) {
      this.bad(argument, "OUT_OF_RANGE", `At most ${MOST} entries are taken; this list has ${references.length}.`);
      return [];
    }
    return references.map((reference, index) => this.one(kind, `${argument}[${index}]`, reference));
  }

  /** Notes another thing that is wrong with an argument. */
  bad(argument: string, reason: ErrorReason, message: string): void {
    this.#problems.push(badInput(argument, reason, message));
  }

  /** Notes what else is wrong with arguments, less what is said of those that did not resolve: they come to it as empty ids. */
  alsoBad(problems: readonly QueryProblem[]): void {
    const unresolved = new Set(this.#problems.map(({ argument }) => argument));
    for (const { argument, reason, message } of problems) {
      if (!unresolved.has(argument)) this.bad(argument, reason, message);
    }
  }

  /** @throws InputError with all that was found wrong so far */
  check(): void {
    if (this.#problems.length > 0) throw new InputError(this.#problems);
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function ambiguous(
  kind: ReferableKind,
  argument: string,
  reference: string,
  candidates: readonly Named[],
): InputProblem {
  const { word } = REFERABLE[kind];
  return {
    code: `AMBIGUOUS_${kind}`,
    argument,
    message: `“${shown(reference)}” names ${candidates.length} ${word}s: ${choiceOf(candidates)}. Pass the id of one, or its full name where only one has it.`,
    extensions: { reference: shown(reference), candidates },
  };
}

/** The best few candidates in a sentence, with their ids where names differ by case at most; the rest as a number. */
function choiceOf(candidates: readonly Named[]): string {
  const best = candidates.slice(0, MOST_SHOWN);
  const more = candidates.length - best.length;
  const alike = new Set(best.map(({ name }) => name.toLowerCase())).size < best.length;
  const labels = best.map(({ id, name }) => (alike ? `“${name}” (${id})` : `“${name}”`));
  return more > 0 ? `${labels.join(", ")} and ${more} more` : `${labels.slice(0, -1).join(", ")} or ${labels.at(-1)}`;
}

/** What to do about a reference that nothing comes near to; the command line says it in its own words. */
export function searchAdvice(kind: string): string {
  return `Look for it with \`search(text: "…", kinds: [${kind}])\`.`;
}

function notFound(
  kind: ReferableKind,
  argument: string,
  reference: string,
  suggestions: readonly Named[],
): InputProblem {
  const { word } = REFERABLE[kind];
  const hint =
    suggestions.length > 0 ? `Did you mean ${listed(suggestions.map(({ name }) => name))}?` : searchAdvice(kind);
  return {
    code: `${kind}_NOT_FOUND`,
    argument,
    message: `No ${word} is named “${shown(reference)}”. ${hint}`,
    extensions: { reference: shown(reference), suggestions },
  };
}
