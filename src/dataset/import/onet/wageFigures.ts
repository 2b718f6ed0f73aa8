import type { ImportReport } from "../ImportReport.js";
import type { TableRow } from "../tableRows.js";

const FIGURES = ["MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"] as const;
type Figure = (typeof FIGURES)[number];

/** The columns that are read. `A_` is the prefix of yearly wages, `H_` of hourly wages. */
export type WageColumn =
  | "AREA"
  | "AREA_TITLE"
  | "AREA_TYPE"
  | "PRIM_STATE"
  | "NAICS"
  | "TOT_EMP"
  | "OCC_CODE"
  | "OCC_TITLE"
  | "O_GROUP"
  | `${"A" | "H"}_${Figure}`;

export const WAGE_COLUMNS: readonly WageColumn[] = [
  ...([
    "AREA",
    "AREA_TITLE",
    "AREA_TYPE",
    "PRIM_STATE",
    "NAICS",
    "TOT_EMP",
    "OCC_CODE",
    "OCC_TITLE",
    "O_GROUP",
  ] as const),
  ...FIGURES.flatMap((figure) => [`A_${figure}`, `H_${figure}`] as const),
];

/** The highest published wages in USD, by year of release. `#` in a cell means this wage or more. */
const HIGHEST: Readonly<Record<string, { readonly YEAR: number; readonly HOUR: number }>> = {
  "2024": { YEAR: 239_200, HOUR: 115 },
};

/** Whether the highest published wages of a release are known. Without them, `#` has no meaning. */
export function knowsHighest(year: string): boolean {
  return year in HIGHEST;
}

/** A wage in USD. `orMore`: it is the highest published wage and stands for this wage or more. */
export interface Wage {
  readonly usd: number;
  readonly orMore: boolean;
}

/** The wages of a class. A figure is null if there is no estimate. */
export interface WageFigures {
  readonly period: "YEAR" | "HOUR";
  readonly of: Readonly<Record<Figure, Wage | null>>;
}

/**
 * The yearly wages of a row, or the hourly ones if no yearly wage is published. Adds a remark for each marker: `*` for no estimate, and `#`
 * for the highest published wage. Any other cell that is not a number is a problem of the report.
 * @param year the year of a release for which `knowsHighest` is true
 */
export function wageFiguresOf(
  row: TableRow<WageColumn>,
  file: string,
  year: string,
  report: ImportReport,
): WageFigures {
  const hasAny = (unit: "A" | "H"): boolean =>
    FIGURES.some((figure) => ![null, "*"].includes(row.cells[`${unit}_${figure}`]));
  const [unit, period] = !hasAny("A") && hasAny("H") ? (["H", "HOUR"] as const) : (["A", "YEAR"] as const);
  const { OCC_CODE: code, OCC_TITLE: title, ...cells } = row.cells;
  if (period === "HOUR")
    report.remark("classes with hourly wages only (kept as hourly)", file, row.line, `${code} ${title}`);
  const wage = (figure: Figure): Wage | null => {
    const column = `${unit}_${figure}` as const;
    const text = cells[column];
    const highest = HIGHEST[year]?.[period];
    if (text === null || text === "*") {
      report.remark("wages without an estimate (*)", file, row.line, `${code} ${column}`);
    } else if (text === "#" && highest !== undefined) {
      report.remark(
        "wages at the highest published figure (#, kept as this or more)",
        file,
        row.line,
        `${code} ${column}`,
      );
      return { usd: highest, orMore: true };
    } else if (Number.isFinite(Number(text))) {
      return { usd: Number(text), orMore: false };
    } else {
      const message = `${column} is ${JSON.stringify(text)}`;
      report.problem(file, row.line, message, "Save the published table as CSV, figures without thousands separators");
    }
    return null;
  };
  const of = Object.fromEntries(FIGURES.map((figure) => [figure, wage(figure)])) as WageFigures["of"];
  return { period, of };
}
