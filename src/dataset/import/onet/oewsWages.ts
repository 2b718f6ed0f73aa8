import { basename } from "node:path";
import type { RecordDraft } from "../../recordShapes.js";
import type { ImportReport } from "../ImportReport.js";
import type { TableReader } from "../TableReader.js";
import { commaSeparatedRows, type TableRow } from "../tableRows.js";
import { roleIdOf, type OnetRoles } from "./OnetRoles.js";
import { wageClassOf, type WageJoin } from "./wageClassOf.js";
import { knowsHighest, WAGE_COLUMNS, wageFiguresOf, type Wage, type WageColumn } from "./wageFigures.js";

/** What every row of the national estimates is of, by the column that says so; files of states and of industries look alike. */
const NATIONAL = [
  { column: "AREA", code: "99", one: "area", whole: "the United States" },
  { column: "NAICS", code: "000000", one: "industry", whole: "all industries" },
] as const;

type PayDraft = RecordDraft<"pay">;

/** A release of the national estimates, with what its records cite. */
export interface OewsWages {
  readonly attribution: string;
  readonly source: RecordDraft<"sources">;
  readonly pay: readonly PayDraft[];
}

/**
 * The national wage estimates as pay claims about O*NET occupations. A class of OEWS can stand for several occupations; its
 * claims are then about all of them. Each class gives its median (MEDIAN), its mean (AVERAGE), and the pay of the middle 80 and 50
 * per cent (SHARE_OF_ROLES), for a year, or for an hour where no yearly wage is published. Null, and a problem of the report, where the file is not such a release.
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
  if (!knowsHighest(year)) {
    report.problem(
      path,
      null,
      `The highest wages published in May ${year}, which the file marks by #, are not known here`,
      "Use the estimates of May 2024",
    );
    return null;
  }
  const rows = new Map<string, TableRow<WageColumn>>();
  let broader = 0;
  for (const row of commaSeparatedRows(file, WAGE_COLUMNS, report)) {
    const { OCC_CODE: code, O_GROUP: group } = row.cells;
    const other = NATIONAL.find((of) => row.cells[of.column] !== of.code);
    if (other !== undefined) {
      report.problem(
        file.name,
        row.line,
        `The wages are those of ${other.one} ${row.cells[other.column] ?? "none"}, not of ${other.whole} (${other.code})`,
        "Use the national file, such as national_M2024_dl.csv",
      );
      return null;
    }
    if (group !== "detailed") broader++;
    else if (code === null || rows.has(code))
      report.remark("wage rows without a code, or with that of another", file.name, row.line, code ?? "no code");
    else rows.set(code, row);
  }
  report.read(`${file.name}: rows of groups above the detailed classes, so left out`, broader);
  const attribution = `Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May ${year}.`;
  const source = {
    id: `source:oews-${year}-05`,
    title: `Occupational Employment and Wage Statistics: national estimates, May ${year}`,
    publisher: "U.S. Bureau of Labor Statistics",
    url: "https://www.bls.gov/oes/",
    note: `Release of May ${year}. Public domain. ${attribution}`,
  };
  const pay = [...classesOf(roles, rows, report)].flatMap(([code, members]) =>
    claimsOf(rows.get(code) as TableRow<WageColumn>, members, { file: file.name, year, sourceId: source.id }, report),
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
  rows: ReadonlyMap<string, TableRow<WageColumn>>,
  report: ImportReport,
): ReadonlyMap<string, readonly Member[]> {
  const classes = new Map<string, Member[]>();
  const joins = { DIRECT: 0, BROAD: 0, BY_TITLE: 0 };
  for (const code of roles.codes) {
    const found = wageClassOf(code, rows);
    if (found === null) {
      roles.remark("occupations without a wage row", code);
      continue;
    }
    joins[found.join]++;
    const members = classes.get(found.code) ?? [];
    classes.set(found.code, members);
    members.push({ code, join: found.join });
  }
  report.explain(
    "Wages: the median is MEDIAN, the mean AVERAGE, the 10th to 90th and 25th to 75th percentiles SHARE_OF_ROLES; at the highest " +
      "wage that is published a FLOOR, or a range that is open upwards. Yearly wages alone where there are any, else hourly ones.",
  );
  report.explain(
    `Wages were found for ${joins.DIRECT} occupations by their SOC code, for ${joins.BROAD} by the broader code that OEWS ` +
      `publishes in its place, for ${joins.BY_TITLE} by the title of an OEWS code that is no SOC code.`,
  );
  return new Map([...classes].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function claimsOf(
  row: TableRow<WageColumn>,
  members: readonly Member[],
  { file, year, sourceId }: { readonly file: string; readonly year: string; readonly sourceId: string },
  report: ImportReport,
): PayDraft[] {
  const code = row.cells["OCC_CODE"] as string;
  const title = row.cells["OCC_TITLE"] ?? code;
  const { period, of } = wageFiguresOf(row, file, year, report);
  const covered = [
    `Of the OEWS class ${code}, ${title}`,
    members.length === 1 ? "" : `, which counts for ${members.length} O*NET occupations`,
    members[0]?.join === "BY_TITLE" ? "; paired with the occupation by title" : "",
  ].join("");
  const claim = (
    slug: string,
    statistic: PayDraft["statistic"],
    what: string,
    low: Wage | null,
    high: Wage | null,
  ): PayDraft[] => {
    if (low === null || high === null) {
      report.remark("wage claims left out, for a figure has no estimate", file, row.line, `${code} ${what}`);
      return [];
    }
    const upper = high.orMore ? { max: high.usd, openEnded: true } : { max: high.usd };
    const remark = high.orMore ? " The highest wage that is published is meant as this or more." : "";
    return [
      {
        id: `pay:oews-${year}-${code}-${slug}`,
        about: members.map((member) => roleIdOf(member.code)),
        min: low.usd,
        // Where even the lower end is the highest that is published, nothing but a floor is known.
        ...(low.orMore ? {} : upper),
        currency: "USD",
        period,
        component: "UNSPECIFIED",
        statistic: low.orMore ? "FLOOR" : statistic,
        asOf: `${year}-05`,
        note: `${what}. ${covered}.${remark}`,
        cites: [{ source: sourceId, heading: `${code} ${title}` }],
      },
    ];
  };
  const [inner, outer] = ["The middle half of workers", "The middle 80% of workers"];
  return [
    ...claim("median", "MEDIAN", "Median wage", of.MEDIAN, of.MEDIAN),
    ...claim("mean", "AVERAGE", "Mean wage", of.MEAN, of.MEAN),
    ...claim("p10-p90", "SHARE_OF_ROLES", `${outer}: 10th to 90th percentile`, of.PCT10, of.PCT90),
    ...claim("p25-p75", "SHARE_OF_ROLES", `${inner}: 25th to 75th percentile`, of.PCT25, of.PCT75),
  ];
}
