import { append } from "../../../model/append.js";
import type { RecordDraft } from "../../recordShapes.js";
import { distinctAliases, type DropReason, type ListedLabel } from "../distinctAliases.js";
import type { ImportReport } from "../ImportReport.js";
import { numberIn, type TableReader } from "../TableReader.js";
import { SVP_SOURCE } from "./onetRelease.js";
import { yearsOfSvp } from "./yearsOfSvp.js";

type RoleDraft = RecordDraft<"roles">;
type Need = NonNullable<RoleDraft["skills"]>[number];
type Preparation = NonNullable<RoleDraft["preparation"]>;

const DROPPED: Readonly<Record<DropReason, string>> = {
  REPEATS: "alternate titles that read like another title of the same occupation",
  UNTYPABLE: "alternate titles without a letter or digit",
  TOO_LONG: "alternate titles too long for a reference",
};

/** A row of Occupation Data. */
interface Occupation {
  readonly title: string;
  readonly summary: string | null;
  readonly line: number;
}

/** The name of the scale of preparation, to show. */
const JOB_ZONES = "O*NET job zone";

/** The table of all occupations. */
export const OCCUPATION_DATA = "Occupation Data.txt";

/** The id of the role for an O*NET-SOC code. */
export function roleIdOf(code: string): string {
  return `role:onet-${code}`;
}

/** The occupations of a release, collected table by table. */
export class OnetRoles {
  readonly #titles = new Map<string, Occupation>();
  readonly #labels = new Map<string, ListedLabel[]>();
  readonly #preparations = new Map<string, Preparation>();
  readonly #needs = new Map<string, Need[]>();

  constructor(
    private readonly report: ImportReport,
    private readonly sourceId: string,
  ) {}

  get codes(): Iterable<string> {
    return this.#titles.keys();
  }

  /** Adds a remark on an occupation, at its row of Occupation Data. */
  remark(topic: string, code: string): void {
    const { title, line } = this.#titles.get(code) as Occupation;
    this.report.remark(topic, OCCUPATION_DATA, line, `${code} ${title}`);
  }

  /** Whether a code names an occupation. If not, adds a remark on the row. */
  knows(code: string | null, file: string, line: number): code is string {
    if (code !== null && this.#titles.has(code)) return true;
    this.report.remark("rows of occupations that are not in Occupation Data", file, line, code ?? "no code");
    return false;
  }

  addNeed(code: string, need: Need): void {
    append(this.#needs, code, need);
  }

  /** Reads Occupation Data: codes, titles and descriptions. */
  async readOccupations(tables: TableReader): Promise<void> {
    for (const { line, cells } of await tables.tab(OCCUPATION_DATA, ["O*NET-SOC Code", "Title", "Description"])) {
      const { "O*NET-SOC Code": code, Title: title, Description: summary } = cells;
      if (code !== null && title !== null && /^\d\d-\d{4}\.\d\d$/.test(code) && !this.#titles.has(code)) {
        this.#titles.set(code, { title, summary, line });
        continue;
      }
      const what = code === null ? "no code" : title === null ? "no title" : `the code ${code}`;
      const message = `The occupation has ${what}${code !== null && this.#titles.has(code) ? " of another" : ""}`;
      this.report.problem(OCCUPATION_DATA, line, message, "Use the file as published");
    }
  }

  /**
   * Reads Alternate Titles. Each title and each short title becomes an alias. If a title has the form "CEO (Chief Executive Officer)" and
   * one of its two parts is the short title, both parts become aliases, because people write them alone.
   */
  async readAlternateTitles(tables: TableReader): Promise<void> {
    const file = "Alternate Titles.txt";
    for (const { line, cells } of await tables.tab(file, ["O*NET-SOC Code", "Alternate Title", "Short Title"])) {
      const { "O*NET-SOC Code": code, "Alternate Title": title, "Short Title": short } = cells;
      if (!this.knows(code, file, line)) continue;
      if (title === null) {
        this.report.remark("rows without an alternate title", file, line, code);
        continue;
      }
      const labels = this.#labels.get(code) ?? [];
      this.#labels.set(code, labels);
      labels.push({ text: title, line });
      const [, outside, inside] = /^(.+?) \(([^()]+)\)$/.exec(title) ?? [];
      if (outside !== undefined && inside !== undefined && (short === outside || short === inside)) {
        labels.push({ text: outside, line }, { text: inside, line });
      } else if (short !== null) labels.push({ text: short, line });
    }
  }

  /**
   * Reads Job Zones: the preparation that an occupation requires, with the texts of Job Zone Reference, and the years of its levels of
   * specific vocational preparation (SVP). It is neither experience in other occupations nor seniority.
   */
  async readJobZones(tables: TableReader): Promise<void> {
    const reference = "Job Zone Reference.txt";
    const zones = new Map<number, Preparation>();
    for (const row of await tables.tab(reference, ["Job Zone", "Name", "Education", "SVP Range"])) {
      const level = numberIn(row, "Job Zone", reference, this.report);
      const { Name: label, Education: education, "SVP Range": range } = row.cells;
      const years = range === null ? null : yearsOfSvp(range);
      if (level !== null && label !== null && years !== null) {
        zones.set(level, { scale: JOB_ZONES, level, label, ...(education === null ? {} : { education }), years });
      } else {
        const what =
          label === null ? "has no name" : `has the SVP range ${range ?? "(none)"}, which is in no known form`;
        this.report.problem(reference, row.line, `The job zone ${what}`, "Report it");
      }
    }
    const file = "Job Zones.txt";
    for (const row of await tables.tab(file, ["O*NET-SOC Code", "Job Zone"])) {
      const code = row.cells["O*NET-SOC Code"];
      const level = numberIn(row, "Job Zone", file, this.report);
      if (!this.knows(code, file, row.line) || level === null) continue;
      const preparation = zones.get(level);
      if (preparation === undefined)
        this.report.remark("job zones that Job Zone Reference lacks", file, row.line, `${code}: ${level}`);
      else if (this.#preparations.has(code))
        this.report.remark("job zones of an occupation that has one", file, row.line, `${code}: ${level}`);
      else this.#preparations.set(code, preparation);
    }
  }

  /** All occupations as records, by code. */
  records(): RoleDraft[] {
    const cited = { source: this.sourceId, heading: "Occupation Data" };
    const zoneCited = { source: this.sourceId, heading: "Job Zones", via: SVP_SOURCE.id };
    return [...this.#titles]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([code, { title, summary }]) => {
        const preparation = this.#preparations.get(code);
        const aliases = distinctAliases(title, this.#labels.get(code) ?? [], ({ text, line }, reason) =>
          this.report.remark(DROPPED[reason], "Alternate Titles.txt", line, `${code}: ${text}`),
        );
        return {
          id: roleIdOf(code),
          title,
          ...(aliases.length === 0 ? {} : { aliases }),
          ...(summary === null ? {} : { summary }),
          place: "UNPLACED",
          ...(preparation === undefined ? {} : { preparation }),
          skills: this.#needs.get(code) ?? [],
          cites: preparation === undefined ? [cited] : [cited, zoneCited],
        };
      });
  }
}
