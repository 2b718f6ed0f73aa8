import { normalizeName } from "../../../names/normalizeName.js";
import type { RecordDraft } from "../../recordShapes.js";
import type { ImportReport } from "../ImportReport.js";
import { slugOfName } from "../../../names/slugOfName.js";
import { numberIn, type TableReader } from "../TableReader.js";
import type { OnetRoles } from "./OnetRoles.js";

type SkillDraft = RecordDraft<"skills">;

/** Importance ratings run from 1 to 5; 3 is "Important" and 4 "Very important". Elements rated below 3 are not needed. */
export const USEFUL_FROM = 3;

/** From here on, a rating is nearer to "Very important" than to "Important", and the need is ESSENTIAL. */
export const ESSENTIAL_FROM = 3.5;

const RATING_COLUMNS = [
  "O*NET-SOC Code",
  "Element ID",
  "Element Name",
  "Scale ID",
  "Data Value",
  "Recommend Suppress",
  "Not Relevant",
] as const;

/** A rating of an element for an occupation, with its line. */
interface Rating {
  readonly code: string;
  readonly element: string;
  readonly value: number;
  readonly line: number;
  readonly suppressed: boolean;
  readonly irrelevant: boolean;
}

/** The skills of a release: rated elements of its content model, and technologies. Adds the needs to the roles. */
export class OnetSkills {
  readonly #skills = new Map<string, SkillDraft>();
  /** Normalised names in use. */
  readonly #names = new Set<string>();
  /** Codes of the occupations with importance ratings. */
  readonly #rated = new Set<string>();

  constructor(
    private readonly report: ImportReport,
    private readonly sourceId: string,
    private readonly roles: OnetRoles,
  ) {}

  /**
   * Reads a table of rated elements (Skills or Knowledge). Elements rated important are needed. Ratings that the publisher marks as
   * imprecise ("Recommend Suppress") are reported and left out: for importance the whole need, for a level only the level. O(rows).
   */
  async readRatings(
    tables: TableReader,
    table: "Skills" | "Knowledge",
    categories: ReadonlyMap<string, string>,
  ): Promise<void> {
    const file = `${table}.txt`;
    const names = new Map<string, string>();
    const ratings = { IM: new Map<string, Rating>(), LV: new Map<string, Rating>() };
    for (const row of await tables.tab(file, RATING_COLUMNS)) {
      const { cells, line } = row;
      const { "O*NET-SOC Code": code, "Element ID": element, "Element Name": name, "Scale ID": scale } = cells;
      const value = numberIn(row, "Data Value", file, this.report);
      if (!this.roles.knows(code, file, line)) continue;
      if (element === null || name === null || value === null || (scale !== "IM" && scale !== "LV")) {
        this.report.remark("ratings without element, value or known scale", file, line, `${code} ${element} ${scale}`);
        continue;
      }
      names.set(element, name);
      const key = `${code} ${element}`;
      if (ratings[scale].has(key)) {
        this.report.remark("ratings that repeat one", file, line, `${key} ${scale} ${value}`);
        continue;
      }
      const suppressed = cells["Recommend Suppress"] === "Y";
      const irrelevant = cells["Not Relevant"] === "Y";
      ratings[scale].set(key, { code, element, value, line, suppressed, irrelevant });
    }
    for (const [element, name] of [...names].sort(([left], [right]) => (left < right ? -1 : 1))) {
      this.#addElement(table, element, name, categories.get(element.slice(0, 3)) ?? table);
    }

    const cites = [{ source: this.sourceId, heading: table }];
    let below = 0;
    for (const [key, { code, element, value, line, suppressed }] of ratings.IM) {
      this.#rated.add(code);
      const what = (rating: number): string => `${key} ${names.get(element)} ${rating}`;
      const level = ratings.LV.get(key);
      if (value < USEFUL_FROM) below++;
      else if (suppressed) this.report.remark("needs of low precision (Recommend Suppress)", file, line, what(value));
      else {
        if (level?.suppressed)
          this.report.remark("levels of low precision (Recommend Suppress)", file, level.line, what(level.value));
        else if (level?.irrelevant)
          this.report.remark("levels marked not relevant", file, level.line, what(level.value));
        this.roles.addNeed(code, {
          skill: elementId(element),
          importance: value >= ESSENTIAL_FROM ? "ESSENTIAL" : "USEFUL",
          ...(level === undefined || level.suppressed || level.irrelevant ? {} : { level: level.value }),
          cites,
        });
      }
    }
    this.report.read(`${file}: ratings of importance below ${USEFUL_FROM}, so not needed`, below);
    for (const [key, { value, line }] of ratings.LV) {
      if (!ratings.IM.has(key)) this.report.remark("levels without an importance", file, line, `${key} ${value}`);
    }
  }

  /** Whether the tables read so far rate any skill or knowledge for an occupation. */
  isRated(code: string): boolean {
    return this.#rated.has(code);
  }

  #addElement(table: string, element: string, name: string, category: string): void {
    // Mathematics is both a skill and a body of knowledge. The second gets another name and keeps its own as an alias.
    const taken = this.#names.has(normalizeName(name));
    const unique = taken ? `${name} (${table.toLowerCase()})` : name;
    if (taken) this.report.explain(`"${name}" of ${table} is called "${unique}", because another skill has its name.`);
    this.#names.add(normalizeName(unique));
    const id = elementId(element);
    const cites = [{ source: this.sourceId, heading: table }];
    this.#skills.set(id, { id, name: unique, ...(taken ? { aliases: [name] } : {}), category, cites });
  }

  /** Reads Technology Skills. Those marked as hot, or as in demand for the occupation, are USEFUL. The others are counted and left out. */
  async readTechnologies(tables: TableReader): Promise<void> {
    const file = "Technology Skills.txt";
    const columns = ["O*NET-SOC Code", "Example", "Commodity Title", "Hot Technology", "In Demand"] as const;
    const categories = new Map<string, Map<string, number>>();
    const needs: { readonly code: string; readonly name: string }[] = [];
    const seen = new Set<string>();
    let unflagged = 0;
    for (const { line, cells } of await tables.tab(file, columns)) {
      const { "O*NET-SOC Code": code, Example: name, "Commodity Title": commodity } = cells;
      if (!this.roles.knows(code, file, line)) continue;
      if (cells["Hot Technology"] !== "Y" && cells["In Demand"] !== "Y") unflagged++;
      else if (name === null || slugOfName(name) === "")
        this.report.remark("technologies without a name", file, line, code);
      else if (seen.has(`${code} ${slugOfName(name)}`))
        this.report.remark("technologies listed twice", file, line, `${code} ${name}`);
      else {
        seen.add(`${code} ${slugOfName(name)}`);
        needs.push({ code, name });
        const counts = categories.get(name) ?? new Map<string, number>();
        categories.set(name, counts);
        if (commodity !== null) counts.set(commodity, (counts.get(commodity) ?? 0) + 1);
      }
    }
    this.report.read(`${file}: technologies neither hot nor in demand (left out)`, unflagged);
    const cites = [{ source: this.sourceId, heading: "Technology Skills" }];
    for (const [name, counts] of [...categories].sort(([left], [right]) => (left < right ? -1 : 1))) {
      const id = technologyId(name);
      if (this.#skills.has(id) || this.#names.has(normalizeName(name))) {
        this.report.problem(
          file,
          null,
          `${name} reads like another skill`,
          "Report it: the importer must tell the two apart",
        );
        continue;
      }
      this.#names.add(normalizeName(name));
      const category = mostFrequent(counts);
      this.#skills.set(id, { id, name, ...(category === null ? {} : { category }), cites });
    }
    for (const { code, name } of needs)
      this.roles.addNeed(code, { skill: technologyId(name), importance: "USEFUL", cites });
  }

  /** All skills as records, by id. */
  records(): SkillDraft[] {
    return [...this.#skills.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
  }
}

/** The names of the upper branches of the content model, such as "2.A" Basic Skills. They become categories. */
export async function readCategories(tables: TableReader): Promise<ReadonlyMap<string, string>> {
  const categories = new Map<string, string>();
  for (const { cells } of await tables.tab("Content Model Reference.txt", ["Element ID", "Element Name"])) {
    const { "Element ID": element, "Element Name": name } = cells;
    if (element?.length === 3 && name !== null) categories.set(element, name);
  }
  return categories;
}

function elementId(element: string): string {
  return `skill:onet-${element.toLowerCase()}`;
}

function technologyId(name: string): string {
  return `skill:onet-${slugOfName(name)}`;
}

/** The most frequent key; ties are broken by code unit. A technology may be listed under several commodities. */
function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  const [first] = [...counts].sort(([left, most], [right, more]) => more - most || (left < right ? -1 : 1));
  return first?.[0] ?? null;
}
