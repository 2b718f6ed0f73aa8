import { basename } from "node:path";
import type { RecordDraft } from "../../recordShapes.js";
import type { ImportReport } from "../ImportReport.js";
import type { TableReader } from "../TableReader.js";
import { commaSeparatedRows, type TableRow } from "../tableRows.js";
import { roleIdOf, type OnetRoles } from "./OnetRoles.js";
import { wageClassOf, type WageJoin } from "./wageClassOf.js";

type PayDraft = RecordDraft<"pay">;

const FIGURES = ["MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"] as const;
type Figure = (typeof FIGURES)[number];
type Column = "OCC_CODE" | "OCC_TITLE" | "O_GROUP" | `${"A" | "H"}_${Figure}`;

const COLUMNS: readonly Column[] = [
  ...(["OCC_CODE", "OCC_TITLE", "O_GROUP"] as const),
  ...FIGURES.flatMap((figure) => [`A_${figure}`, `H_${figure}`] as const),
];

/** Highest wages that are published, by year of release: `#` stands for these or more. */
const HIGHEST: Readonly<Record<string, { readonly YEAR: number; readonly HOUR: number }>> = {
  "2024": { YEAR: 239_200, HOUR: 115 },
};

/** A figure of the table: a number, `#` for the highest that is published or more; null for no estimate. */
type Wage = number | "#" | null;

/** A release of the national estimates, with what its records cite. */
export interface OewsWages {
  readonly attribution: string;
  readonly source: RecordDraft<"sources">;
  readonly pay: readonly PayDraft[];
}

/**
 * The national wage estimates as pay claims about O*NET occupations. A class of OEWS can stand for several occupations; its
 * claims are then about all of them. Each class gives its median (MEDIAN), its mean (AVERAGE), and the pay of the middle 80 and 50
 * per cent (SHARE_OF_ROLES), for a year, or for an hour where no yearly wage is published. Null where the file has no release.
 */
export async function readOewsWages(
  path: string,
  tables: TableReader,
  roles: OnetRoles,
  report: ImportReport,
): Promise<OewsWages | null> {
  const file = await tables.file(path);
  const year = /_M(\d{4})_/.exec(basename(path))?.[1];
  if (file === null) return null;
  if (year === undefined) {
    report.problem(
      path,
      null,
      "The name of the file names no release",
      "Keep the publisher's, such as national_M2024_dl.csv",
    );
    return null;
  }
  const rows = new Map<string, TableRow<Column>>();
  for (const row of commaSeparatedRows(file, COLUMNS, report)) {
    if (row.cells["O_GROUP"] === "detailed" && row.cells["OCC_CODE"] !== null) rows.set(row.cells["OCC_CODE"], row);
  }
  const attribution = `Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May ${year}.`;
  const source = {
    id: `source:oews-${year}-05`,
    title: `Occupational Employment and Wage Statistics: national estimates, May ${year}`,
    publisher: "U.S. Bureau of Labor Statistics",
    url: "https://www.bls.gov/oes/",
    note: `Release of May ${year}. Public domain. ${attribution}`,
  };
  const pay = [...classesOf(roles, rows, report)].flatMap(([code, members]) =>
    claimsOf(rows.get(code) as TableRow<Column>, members, { file: file.name, year, sourceId: source.id }, report),
  );
  report.wrote(
    `occupations with wages, of ${[...roles.codes].length}`,
    new Set(pay.flatMap(({ about }) => about)).size,
  );
  return { attribution, source, pay };
}

interface Member {
  readonly code: string;
  readonly join: WageJoin;
}

/** The occupations of each class that has wages, by its code. */
function classesOf(
  roles: OnetRoles,
  rows: ReadonlyMap<string, TableRow<Column>>,
  report: ImportReport,
): ReadonlyMap<string, readonly Member[]> {
  const classes = new Map<string, Member[]>();
  const joins = { DIRECT: 0, BROAD: 0, BY_TITLE: 0 };
  for (const code of roles.codes) {
    const found = wageClassOf(code, rows);
    if (found === null) {
      report.remark("occupations without a wage row", "Occupation Data.txt", 1, `${code} ${roles.titleOf(code)}`);
      continue;
    }
    joins[found.join]++;
    const members = classes.get(found.code) ?? [];
    classes.set(found.code, members);
    members.push({ code, join: found.join });
  }
  report.explain(
    `Wages were found for ${joins.DIRECT} occupations by their SOC code, for ${joins.BROAD} by the broader code that OEWS ` +
      `publishes in its place, for ${joins.BY_TITLE} by the title of an OEWS code that is no SOC code.`,
  );
  return new Map([...classes].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function claimsOf(
  row: TableRow<Column>,
  members: readonly Member[],
  { file, year, sourceId }: { readonly file: string; readonly year: string; readonly sourceId: string },
  report: ImportReport,
): PayDraft[] {
  const code = row.cells["OCC_CODE"] as string;
  const title = row.cells["OCC_TITLE"] ?? code;
  const wage = (unit: "A" | "H", figure: Figure): Wage => {
    const text = row.cells[`${unit}_${figure}`];
    if (text === null || text === "*") return null;
    if (text === "#") return "#";
    const number = Number(text);
    if (Number.isFinite(number)) return number;
    report.problem(
      file,
      row.line,
      `${unit}_${figure} is ${JSON.stringify(text)}`,
      "Take the file as its publisher released it",
    );
    return null;
  };
  const unit = FIGURES.some((figure) => wage("A", figure) !== null) ? "A" : "H";
  const period = unit === "A" ? "YEAR" : "HOUR";
  const highest = HIGHEST[year]?.[period];
  if (highest === undefined && FIGURES.some((figure) => wage(unit, figure) === "#")) {
    const message = `The highest wage published in May ${year} is not known, and # stands for it`;
    report.problem(file, row.line, message, "Add the release to HIGHEST in oewsWages.ts");
  }
  const covered = [
    `Of the OEWS class ${code}, ${title}`,
    members.length === 1 ? "" : `, which counts for ${members.length} O*NET occupations`,
    members[0]?.join === "BY_TITLE" ? "; paired with the occupation by title" : "",
  ].join("");
  const claim = (slug: string, statistic: PayDraft["statistic"], what: string, low: Wage, high: Wage): PayDraft[] => {
    if (low === null || high === null) {
      report.remark("wage figures without an estimate", file, row.line, `${code} ${what}`);
      return [];
    }
    const ends =
      low === "#"
        ? { min: highest ?? 0 }
        : { min: low, max: high === "#" ? (highest ?? low) : high, ...(high === "#" ? { openEnded: true } : {}) };
    const beyond = low === "#" || high === "#" ? " The highest wage that is published is meant as this or more." : "";
    return [
      {
        id: `pay:oews-${year}-${code}-${slug}`,
        about: members.map((member) => roleIdOf(member.code)),
        ...ends,
        currency: "USD",
        period,
        component: "UNSPECIFIED",
        statistic: low === "#" ? "FLOOR" : statistic,
        asOf: `${year}-05`,
        note: `${what}. ${covered}.${beyond}`,
        cites: [{ source: sourceId, heading: `${code} ${title}` }],
      },
    ];
  };
  const [mean, median] = [wage(unit, "MEAN"), wage(unit, "MEDIAN")];
  return [
    ...claim("median", "MEDIAN", "Median wage", median, median),
    ...claim("mean", "AVERAGE", "Mean wage", mean, mean),
    ...claim(
      "p10-p90",
      "SHARE_OF_ROLES",
      "The middle 80% of workers: 10th to 90th percentile",
      wage(unit, "PCT10"),
      wage(unit, "PCT90"),
    ),
    ...claim(
      "p25-p75",
      "SHARE_OF_ROLES",
      "The middle half of workers: 25th to 75th percentile",
      wage(unit, "PCT25"),
      wage(unit, "PCT75"),
    ),
  ];
}
