import { basename } from "node:path";
import { compareText } from "../../../model/compareText.js";
import type { RecordDraft } from "../../recordShapes.js";
import type { ImportReport } from "../ImportReport.js";
import type { TableReader } from "../TableReader.js";
import { commaSeparatedRows, type TableRow } from "../tableRows.js";
import { ALL_INDUSTRIES, areaOfRow, type OewsArea } from "./oewsAreas.js";
import { roleIdOf, type OnetRoles } from "./OnetRoles.js";
import { wageClassOf, type WageJoin } from "./wageClassOf.js";
import { knowsHighest, WAGE_COLUMNS, wageFiguresOf, type Wage, type WageColumn } from "./wageFigures.js";

type PayDraft = RecordDraft<"pay">;
type EmploymentDraft = RecordDraft<"employment">;

/** The claims of one release of OEWS, with their source. */
export interface OewsWages {
  readonly attribution: string;
  readonly source: RecordDraft<"sources">;
  readonly pay: readonly PayDraft[];
  readonly employment: readonly EmploymentDraft[];
}

/** The rows of one area, by code of the OEWS class. */
interface AreaRows {
  readonly area: OewsArea;
  readonly file: string;
  readonly rows: Map<string, TableRow<WageColumn>>;
}

/**
 * Reads wage estimates for the nation, for states and for metropolitan areas as pay and employment claims about O*NET occupations, each
 * with its place. If an OEWS class covers several occupations, its claims are about all of them. Each class gives its median (MEDIAN), its
 * mean (AVERAGE), the pay of the middle 80 and 50 percent (PERCENTILE_RANGE) and its employment. Wages are yearly, or hourly if no yearly
 * wage is published. Null, and a problem of the report, if the files are not from one known release.
 */
export async function readOewsWages(
  paths: readonly string[],
  tables: TableReader,
  roles: OnetRoles,
  report: ImportReport,
): Promise<OewsWages | null> {
  const areas = new Map<string, AreaRows>();
  const years = new Set<string>();
  for (const path of paths) {
    const year = await readAreas(path, areas, tables, report);
    if (year === null) return null;
    years.add(year);
    if (years.size === 1) continue;
    report.problem(
      path,
      null,
      `The files are of several years: ${[...years].join(", ")}`,
      "Use the files of one release",
    );
    return null;
  }
  const [year = ""] = years;
  const attribution = `Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May ${year}.`;
  const source = {
    id: `source:oews-${year}-05`,
    title: `Occupational Employment and Wage Statistics, May ${year}`,
    publisher: "U.S. Bureau of Labor Statistics",
    url: "https://www.bls.gov/oes/",
    note: `Release of May ${year}. Public domain. ${attribution}`,
  };
  explainWages(report);
  const pay: PayDraft[] = [];
  const employment: EmploymentDraft[] = [];
  for (const { area, file, rows } of [...areas.values()].sort((one, other) =>
    compareText(one.area.slug, other.area.slug),
  )) {
    for (const [code, members] of classesOf(roles, rows, area.isNation ? report : null)) {
      const release = { area, file, year, sourceId: source.id };
      const row = rows.get(code) as TableRow<WageColumn>;
      pay.push(...claimsOf(row, members, release, report));
      employment.push(...employmentClaimsOf(row, members, release, report));
    }
  }
  if (areas.size > 1) report.wrote("areas with wages", areas.size);
  report.wrote(
    `occupations with wages, of ${[...roles.codes].length}`,
    new Set(pay.flatMap(({ about }) => about)).size,
  );
  return { attribution, source, pay, employment };
}

/**
 * Reads the detailed rows of a file into their areas.
 * @returns the year of the release; null if there is a problem
 */
async function readAreas(
  path: string,
  areas: Map<string, AreaRows>,
  tables: TableReader,
  report: ImportReport,
): Promise<string | null> {
  const file = await tables.file(path);
  const year = /_M_?(\d{4})(?:_|\.)/.exec(basename(path))?.[1];
  if (file === null) return null;
  if (year === undefined) {
    report.problem(
      path,
      null,
      "The file name contains no year of a release",
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
  let broader = 0;
  for (const row of commaSeparatedRows(file, WAGE_COLUMNS, report)) {
    const { OCC_CODE: code, O_GROUP: group, NAICS: industry } = row.cells;
    if (industry !== ALL_INDUSTRIES) {
      report.problem(
        file.name,
        row.line,
        `The wages are those of industry ${industry ?? "none"}, not of all industries (${ALL_INDUSTRIES})`,
        "Use the files of the nation, of states and of metropolitan areas, such as national_M2024_dl.csv",
      );
      return null;
    }
    const area = areaOfRow(row.cells);
    if (area === null) {
      report.problem(
        file.name,
        row.line,
        `AREA ${row.cells.AREA ?? "none"} of AREA_TYPE ${row.cells.AREA_TYPE ?? "none"} is not an area that is known here`,
        "Use the publisher's file with its columns AREA, AREA_TITLE, AREA_TYPE and PRIM_STATE",
      );
      return null;
    }
    if (group !== "detailed") {
      broader++;
      continue;
    }
    let ofArea = areas.get(area.slug);
    if (ofArea === undefined) areas.set(area.slug, (ofArea = { area, file: file.name, rows: new Map() }));
    if (code === null || ofArea.rows.has(code))
      report.remark("wage rows without a code, or with that of another", file.name, row.line, code ?? "no code");
    else ofArea.rows.set(code, row);
  }
  report.read(`${file.name}: rows of groups above the detailed classes (left out)`, broader);
  return year;
}

interface Member {
  readonly code: string;
  readonly join: WageJoin;
}

function explainWages(report: ImportReport): void {
  report.explain(
    "Wages: the median is MEDIAN, the mean AVERAGE, the 10th to 90th and 25th to 75th percentiles PERCENTILE_RANGE; at the highest " +
      "published wage, a FLOOR or a range without an upper end. If there are yearly wages, only they are imported; otherwise hourly ones.",
  );
  report.explain(
    "Employment is that of the OEWS class, without the self-employed. If a class covers several occupations, it counts them all.",
  );
}

/**
 * The occupations of each class with wages in an area, by code of the class.
 * @param report receives how the classes were found; null for no report
 */
function classesOf(
  roles: OnetRoles,
  rows: ReadonlyMap<string, TableRow<WageColumn>>,
  report: ImportReport | null,
): ReadonlyMap<string, readonly Member[]> {
  const classes = new Map<string, Member[]>();
  const joins = { DIRECT: 0, BROAD: 0, BY_TITLE: 0 };
  for (const code of roles.codes) {
    const found = wageClassOf(code, rows);
    if (found === null) {
      if (report !== null) roles.remark("occupations without a wage row", code);
      continue;
    }
    joins[found.join]++;
    const members = classes.get(found.code) ?? [];
    classes.set(found.code, members);
    members.push({ code, join: found.join });
  }
  report?.explain(
    `Wages were found for ${joins.DIRECT} occupations by their SOC code, for ${joins.BROAD} by the broader code that OEWS ` +
      `publishes in its place, for ${joins.BY_TITLE} by the title of an OEWS code that is not an SOC code.`,
  );
  return new Map([...classes].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** What the claims of a row need in addition to the row. */
interface RowRelease {
  readonly area: OewsArea;
  readonly file: string;
  readonly year: string;
  readonly sourceId: string;
}

/** The class that a row covers, as a sentence without full stop. */
function coveredBy(row: TableRow<WageColumn>, members: readonly Member[]): string {
  const code = row.cells["OCC_CODE"] as string;
  return [
    `Of the OEWS class ${code}, ${row.cells["OCC_TITLE"] ?? code}`,
    members.length === 1 ? "" : `, which counts for ${members.length} O*NET occupations`,
    members[0]?.join === "BY_TITLE" ? "; paired with the occupation by title" : "",
  ].join("");
}

/** What all claims of a row have in common: the beginning of the id, the roles, the place, the date and the citation. */
function sharedBy(row: TableRow<WageColumn>, members: readonly Member[], { area, year, sourceId }: RowRelease) {
  const code = row.cells["OCC_CODE"] as string;
  const heading = `${area.isNation ? "" : `${area.title}: `}${code} ${row.cells["OCC_TITLE"] ?? code}`;
  return {
    stem: `oews-${year}-${area.isNation ? "" : `${area.slug}-`}${code}`,
    shared: {
      about: members.map((member) => roleIdOf(member.code)),
      place: area.place,
      asOf: `${year}-05`,
      cites: [{ source: sourceId, heading }],
    },
  };
}

function employmentClaimsOf(
  row: TableRow<WageColumn>,
  members: readonly Member[],
  release: RowRelease,
  report: ImportReport,
): EmploymentDraft[] {
  const { OCC_CODE: code, TOT_EMP: count } = row.cells;
  if (count === null || count === "**") {
    report.remark("classes without an estimate of employment (**)", release.file, row.line, code ?? "no code");
    return [];
  }
  if (!/^\d+$/.test(count)) {
    const fix = "Save the published table as CSV, figures without thousands separators";
    report.problem(release.file, row.line, `TOT_EMP is ${JSON.stringify(count)}`, fix);
    return [];
  }
  const { stem, shared } = sharedBy(row, members, release);
  return [{ id: `employment:${stem}`, ...shared, count: Number(count), note: `${coveredBy(row, members)}.` }];
}

function claimsOf(
  row: TableRow<WageColumn>,
  members: readonly Member[],
  release: RowRelease,
  report: ImportReport,
): PayDraft[] {
  const { file, year } = release;
  const { period, of } = wageFiguresOf(row, file, year, report);
  const { stem, shared } = sharedBy(row, members, release);
  const covered = coveredBy(row, members);
  const claim = (
    slug: string,
    statistic: PayDraft["statistic"],
    what: string,
    low: Wage | null,
    high: Wage | null,
    percentiles: Pick<PayDraft, "lowerPercentile" | "upperPercentile"> = {},
  ): PayDraft[] => {
    if (low === null || high === null) {
      const code = row.cells["OCC_CODE"] ?? "no code";
      report.remark("wage claims left out because a figure has no estimate", file, row.line, `${code} ${what}`);
      return [];
    }
    const { about, ...rest } = shared;
    const upper = high.orMore ? { max: high.usd, openEnded: true } : { max: high.usd };
    const remark = high.orMore ? " The upper figure is the highest wage that is published; it means this or more." : "";
    return [
      {
        id: `pay:${stem}-${slug}`,
        about,
        min: low.usd,
        // If even the lower end is the highest published wage, only a floor is known.
        ...(low.orMore ? { statistic: "FLOOR" as const } : { ...upper, ...percentiles, statistic }),
        currency: "USD",
        period,
        component: "UNSPECIFIED",
        ...rest,
        note: `${what}. ${covered}.${remark}`,
      },
    ];
  };
  const [inner, outer] = ["The middle half of workers", "The middle 80% of workers"];
  return [
    ...claim("median", "MEDIAN", "Median wage", of.MEDIAN, of.MEDIAN),
    ...claim("mean", "AVERAGE", "Mean wage", of.MEAN, of.MEAN),
    ...claim("p10-p90", "PERCENTILE_RANGE", `${outer}: 10th to 90th percentile`, of.PCT10, of.PCT90, {
      lowerPercentile: 10,
      upperPercentile: 90,
    }),
    ...claim("p25-p75", "PERCENTILE_RANGE", `${inner}: 25th to 75th percentile`, of.PCT25, of.PCT75, {
      lowerPercentile: 25,
      upperPercentile: 75,
    }),
  ];
}
