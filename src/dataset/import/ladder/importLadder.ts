import { basename, extname } from "node:path";
import { transitionId } from "../../../model/EntityId.js";
import { normalizeName } from "../../../names/normalizeName.js";
import { slugOfName } from "../../../names/slugOfName.js";
import { readRegularFile, whyUnreadable } from "../../readRegularFile.js";
import type { RecordDraft } from "../../recordShapes.js";
import { utf8Text } from "../../utf8Text.js";
import type { DatasetFolder } from "../DatasetFolder.js";
import { ImportReport } from "../ImportReport.js";
import { CellTexts } from "./cellTexts.js";
import {
  type LadderHead,
  type LadderNeed,
  type LadderRole,
  type LadderStep,
  type LadderTable,
  NO_HEAD,
} from "./LadderTable.js";
import { levelsOf, readLadderCsv } from "./readLadderCsv.js";
import { readLadderYaml } from "./readLadderYaml.js";

const MADE = "Inferred from the order of the rungs on the track; the ladder itself states no move.";

/**
 * Imports a ladder or a competency framework from one table: CSV, tab-separated text or YAML. Each row is a role with its track, its rung,
 * the skills it needs and the roles that people move on to. Adds INFERRED steps from rung to rung of a track. Adds the needs of lower rungs
 * as INFERRED needs, unless each rung replaces the one below. O(rows × skills).
 * @param given options that take precedence over the head of the file
 * @throws ImportError with all problems in the table, by row and column
 */
export async function importLadder(
  path: string,
  given: LadderHead = NO_HEAD,
): Promise<{ readonly dataset: DatasetFolder; readonly report: ImportReport }> {
  const report = new ImportReport("Import of a ladder");
  const file = { name: basename(path), content: await contentOf(path, report) };
  report.assertSound();
  const isYaml = [".yaml", ".yml"].includes(extname(path).toLowerCase());
  const table: LadderTable = isYaml ? readLadderYaml(file, given, report) : readLadderCsv(file, given, report);
  const stem = basename(path, extname(path));
  const name = given.name ?? table.head.name ?? stem;
  const head = {
    name,
    version: given.version ?? table.head.version ?? "1",
    source: given.source ?? table.head.source ?? { title: name },
    rungs: given.rungs ?? table.head.rungs ?? "fill",
    steps: given.steps ?? table.head.steps ?? "make",
    levels: given.levels ?? table.head.levels,
  };
  const id = slugOfName(name);
  if (id === "")
    report.problem(
      file.name,
      null,
      `The name ${JSON.stringify(name)} has no letter and no digit`,
      "Give a name with --name",
    );
  if (head.source.url !== undefined && !/^https?:\/\/\S+$/.test(head.source.url))
    report.problem(
      file.name,
      null,
      `The source's url is ${JSON.stringify(head.source.url)}`,
      "Give a URL that starts with https://",
    );
  report.assertSound();
  const levels = levelsOf(file, { ...NO_HEAD, levels: head.levels }, report);
  const ladder = new Ladder(id, name, table.roles, new CellTexts(file.name, levels, report), report, file.name);
  if (table.roles.length === 0) report.problem(file.name, null, "The table has no role", "Write one role per row");
  const records = {
    roles: ladder.roleRecords(head.rungs === "fill"),
    tracks: ladder.trackRecords(),
    skills: ladder.skillRecords(),
    sources: [{ id: `source:${id}`, ...head.source, note: `Imported from ${file.name}.` }],
    transitions: ladder.transitionRecords(head.steps === "make"),
  };
  report.file(file.name, "read");
  report.read(file.name, table.roles.length);
  report.assertSound();
  for (const [kind, list] of Object.entries(records)) report.wrote(kind, list.length);
  report.explain(
    head.rungs === "fill"
      ? "A rung also needs what the rungs below it on its track need, at the highest level given there: INFERRED."
      : "The needs of a rung replace those of the rungs below; none are added.",
  );
  if (head.steps === "make")
    report.explain("A step leads from each rung of a track to the next rung: PROMOTION, INFERRED.");
  const scale = ladder.scaleOf(levels.ends);
  return {
    dataset: {
      ...{ id, name, version: head.version, attributions: [], sharedAliases: false },
      ...(head.rungs === "replace" ? { rungsReplace: true } : {}),
      ...(scale === null ? {} : { levelScale: { name: levels.name, ...scale } }),
      records,
    },
    report,
  };
}

async function contentOf(path: string, report: ImportReport): Promise<string> {
  try {
    const content = utf8Text(await readRegularFile(path));
    if (content !== null) return content;
    report.problem(path, null, "The file is not UTF-8", "Save it as UTF-8; a spreadsheet calls it “CSV UTF-8”");
  } catch (error) {
    report.problem(path, null, whyUnreadable("file", error), "Name a CSV or YAML file");
  }
  return "";
}

/** A need of a role: its own, or one of a lower rung. */
interface HeldNeed {
  readonly need: LadderNeed;
  /** The lower role that has the need; null if it is the role's own. */
  readonly from: LadderRole | null;
}

/** Makes the records of one ladder. */
class Ladder {
  readonly #cites: readonly [{ readonly source: string; readonly heading?: string }];
  readonly #roleIds = new Map<string, string>();
  readonly #roles = new Map<string, LadderRole>();
  readonly #skills = new Map<string, { readonly id: string; readonly need: LadderNeed }>();
  readonly #slugs = new Set<string>();
  /** The track of all roles if the table names none but every role has a rung; otherwise null. */
  readonly #onlyTrack: string | null;

  constructor(
    private readonly id: string,
    name: string,
    private readonly roles: readonly LadderRole[],
    private readonly texts: CellTexts,
    private readonly report: ImportReport,
    private readonly file: string,
  ) {
    this.#cites = [{ source: `source:${id}` }];
    this.#onlyTrack = roles.every(({ track, rung }) => track === null && rung !== null) ? name : null;
    for (const role of roles) this.#addRole(role);
    for (const { needs } of roles) for (const need of needs) this.#addSkill(need);
  }

  #addRole(role: LadderRole): void {
    const key = normalizeName(role.title);
    const other = this.#roles.get(key);
    if (key === "") {
      this.texts.problem(
        role.place,
        `${JSON.stringify(role.title)} has no letter and no digit`,
        "Write a title that can be typed",
      );
    } else if (other !== undefined) {
      this.texts.problem(
        role.place,
        `${JSON.stringify(role.title)} reads like ${JSON.stringify(other.title)} (${other.place.where})`,
        "Give each role a title of its own, for instance with its track: Staff Engineer, Staff Manager",
      );
    } else {
      this.#roles.set(key, role);
      this.#roleIds.set(key, this.#idOf("role", role.title));
    }
    if (this.trackOf(role) !== null && role.rung === null)
      this.texts.problem(role.place, "a role on a track has no rung", "Write its rung, from 1 for the lowest");
  }

  #addSkill(need: LadderNeed): void {
    const key = normalizeName(need.skill);
    if (key === "")
      this.texts.problem(need.place, `${JSON.stringify(need.skill)} names no skill`, "Write a name that can be typed");
    else if (!this.#skills.has(key)) this.#skills.set(key, { id: this.#idOf("skill", need.skill), need });
  }

  /** A new unique id. */
  #idOf(prefix: string, name: string): string {
    const stem = `${prefix}:${this.id}-${slugOfName(name) || "unnamed"}`;
    let id = stem;
    for (let count = 2; this.#slugs.has(id); count++) id = `${stem}-${count}`;
    this.#slugs.add(id);
    return id;
  }

  trackOf({ track }: LadderRole): string | null {
    return track ?? this.#onlyTrack;
  }

  trackId(track: string): string {
    return `track:${this.id}-${slugOfName(track) || "track"}`;
  }

  trackRecords(): RecordDraft<"tracks">[] {
    const tracks = new Map<string, string>();
    for (const role of this.roles) {
      const track = this.trackOf(role);
      if (track !== null && !tracks.has(this.trackId(track))) tracks.set(this.trackId(track), track);
    }
    return [...tracks].map(([id, name]) => ({ id, name, cites: [...this.#cites] }));
  }

  skillRecords(): RecordDraft<"skills">[] {
    return [...this.#skills.values()].map(({ id, need: { skill, category } }) => ({
      ...{ id, name: skill },
      ...(category === null ? {} : { category }),
      cites: [...this.#cites],
    }));
  }

  roleRecords(fillsIn: boolean): RecordDraft<"roles">[] {
    const filled = fillsIn ? this.#neededBelow() : new Map<LadderRole, ReadonlyMap<string, HeldNeed>>();
    return this.roles.map((role) => {
      const track = this.trackOf(role);
      const cites = [{ source: `source:${this.id}`, heading: role.title }];
      const own = new Map<string, HeldNeed>();
      for (const need of role.needs) {
        const key = normalizeName(need.skill);
        const before = own.get(key);
        if (before === undefined) own.set(key, { need, from: null });
        else
          this.texts.problem(
            need.place,
            `${JSON.stringify(need.skill)} is needed twice (${before.need.place.where})`,
            "Remove one of the two",
          );
      }
      const below = filled.get(role) ?? new Map<string, HeldNeed>();
      for (const [key, held] of below) {
        const mine = own.get(key)?.need;
        if (mine === undefined) own.set(key, held);
        else if (mine.level !== null && held.need.level !== null && mine.level < held.need.level)
          this.report.remark(
            "levels lower than those of a rung below (kept)",
            this.file,
            mine.place.line,
            `${role.title}: ${mine.skill} ${mine.level}, ${held.from?.title ?? ""} ${held.need.level}`,
          );
      }
      return {
        id: this.#roleIds.get(normalizeName(role.title)) ?? "",
        title: role.title,
        aliases: [...role.aliases],
        ...(role.summary === null ? {} : { summary: role.summary }),
        place: track === null ? ("UNPLACED" as const) : ("LADDER" as const),
        ...(role.rung === null ? {} : { seniority: role.rung }),
        ...(track === null ? {} : { track: this.trackId(track) }),
        experience:
          role.years === null
            ? []
            : [{ from: role.years.from, ...(role.years.to === null ? {} : { to: role.years.to }), cites }],
        skills: [...own].map(([key, { need, from }]) => ({
          skill: this.#skills.get(key)?.id ?? "",
          importance: need.isUseful ? ("USEFUL" as const) : ("ESSENTIAL" as const),
          ...(need.level === null ? {} : { level: need.level }),
          ...(from === null
            ? {}
            : { basis: "INFERRED" as const, note: `Needed by ${from.title}, a lower rung of the ladder.` }),
          cites: from === null ? cites : [{ source: `source:${this.id}`, heading: from.title }],
        })),
        cites,
      };
    });
  }

  /** By role: the needs of the rungs below it on its track, each skill at its highest level there. */
  #neededBelow(): Map<LadderRole, ReadonlyMap<string, HeldNeed>> {
    const needed = new Map<LadderRole, ReadonlyMap<string, HeldNeed>>();
    for (const rungs of this.#rungsOfTracks()) {
      const below = new Map<string, HeldNeed>();
      for (const rung of rungs) {
        for (const role of rung) needed.set(role, new Map(below));
        for (const role of rung) {
          for (const need of role.needs) {
            const key = normalizeName(need.skill);
            const before = below.get(key);
            if (before === undefined || (need.level ?? -1) > (before.need.level ?? -1)) {
              const isUseful = need.isUseful && (before?.need.isUseful ?? true);
              below.set(key, { need: { ...need, isUseful }, from: role });
            } else if (!need.isUseful) below.set(key, { ...before, need: { ...before.need, isUseful: false } });
          }
        }
      }
    }
    return needed;
  }

  /** The roles of each track by rung, the lowest rung first. */
  #rungsOfTracks(): LadderRole[][][] {
    const tracks = new Map<string, Map<number, LadderRole[]>>();
    for (const role of this.roles) {
      const track = this.trackOf(role);
      if (track === null || role.rung === null) continue;
      const rungs = tracks.get(this.trackId(track)) ?? new Map<number, LadderRole[]>();
      tracks.set(this.trackId(track), rungs);
      rungs.set(role.rung, [...(rungs.get(role.rung) ?? []), role]);
    }
    return [...tracks.values()].map((rungs) =>
      [...rungs].sort(([one], [other]) => one - other).map(([, roles]) => roles),
    );
  }

  transitionRecords(makesSteps: boolean): RecordDraft<"transitions">[] {
    const steps = new Map<string, RecordDraft<"transitions">>();
    const idOf = (title: string): string | undefined => this.#roleIds.get(normalizeName(title));
    for (const role of this.roles) {
      for (const step of role.steps) {
        const [from, to] = [idOf(role.title), idOf(step.to)];
        const target = this.#roles.get(normalizeName(step.to));
        if (from === undefined) continue;
        if (to === undefined || target === undefined || from === to) {
          const message = from === to ? "a role leads to itself" : `no row has the role ${JSON.stringify(step.to)}`;
          this.texts.problem(step.place, message, "Write the title of another row exactly as in the table");
          continue;
        }
        const id = transitionId(from, to);
        if (steps.has(id))
          this.texts.problem(
            step.place,
            `the step to ${JSON.stringify(step.to)} is listed twice`,
            "Remove one of the two",
          );
        steps.set(id, {
          ...{ from, to, kind: step.kind ?? this.#kindOf(role, target) },
          basis: "STATED",
          ...yearsOf(step),
          cites: [{ source: `source:${this.id}`, heading: role.title }],
        });
      }
    }
    for (const rungs of makesSteps ? this.#rungsOfTracks() : []) {
      for (const [index, rung] of rungs.entries()) {
        for (const role of rung) {
          for (const next of rungs[index + 1] ?? []) {
            const [from, to] = [idOf(role.title), idOf(next.title)];
            if (from === undefined || to === undefined || steps.has(transitionId(from, to))) continue;
            steps.set(transitionId(from, to), {
              ...{ from, to, kind: "PROMOTION", basis: "INFERRED", note: MADE },
              cites: [...this.#cites],
            });
          }
        }
      }
    }
    return [...steps.values()];
  }

  /** The kind of a step that is written without a kind. */
  #kindOf(from: LadderRole, to: LadderRole): NonNullable<LadderStep["kind"]> {
    if (this.trackOf(from) !== this.trackOf(to)) return "TRACK_CHANGE";
    return (to.rung ?? 0) > (from.rung ?? 0) ? "PROMOTION" : "LATERAL";
  }

  /** The scale of the levels: as declared, else from 1 (or the lowest level, if less) to the highest level. Null if there are no levels. */
  scaleOf(declared: { readonly lowest: number; readonly highest: number } | null) {
    const levels = this.roles.flatMap(({ needs }) => needs.flatMap(({ level }) => (level === null ? [] : [level])));
    if (levels.length === 0) return null;
    const lowest = levels.reduce((least, level) => Math.min(least, level), 1);
    const highest = levels.reduce((most, level) => Math.max(most, level), lowest + 1);
    return declared ?? { lowest, highest };
  }
}

function yearsOf({ years }: LadderStep) {
  return years === null ? {} : { statedYears: years };
}
