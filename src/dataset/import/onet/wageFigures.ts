import type { ImportReport } from "../ImportReport.js";
import type { TableRow } from "../tableRows.js";

const FIGURES = ["MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"] as const;
type Figure = (typeof FIGURES)[number];

/** Columns that are read of the estimates: `A_` is the prefix of yearly wages, `H_` of hourly wages. */
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

/** Highest wages that are published, in USD, by year of release: `#` means this wage or more. */
const HIGHEST: Readonly<Record<string, { readonly YEAR: number; readonly HOUR: number }>> = {
  "2024": { YEAR: 239_200, HOUR: 115 },
};

/** Whether the highest wages of a release are known, without which `#` says nothing. */
export function knowsHighest(year: string): boolean {
  return year in HIGHEST;
}

/** A wage in USD; `orMore` if it is the highest published wage and also means any higher one. */
export interface Wage {
  readonly usd: number;
  readonly orMore: boolean;
}

/** The wages of a class; null if there is no estimate. */
export interface WageFigures {
  readonly period: "YEAR" | "HOUR";
  readonly of: Readonly<Record<Figure, Wage | null>>;
}

/**
 * The yearly wages of a row, or the hourly ones where no yearly one is published. Markers are listed in the report: `*`, no
 * estimate, and `#`, the highest wage that is published. A cell that is neither number nor marker is a problem of the report.
 * @param year that of a release of which the highest wages are known
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
  if (period === "HOUR") report.remark("classes paid by the hour alone (kept so)", file, row.line, `${code} ${title}`);
  const wage = (figure: Figure): Wage | null => {
    const column = `${unit}_${figure}` as const;
    const text = cells[column];
    const highest = HIGHEST[year]?.[period];
    if (text === null || text === "*") {
      report.remark("wages without an estimate (*)", file, row.line, `${code} ${column}`);
    } else if (text === "#" && highest !== undefined) {
      report.remark(
        "wages at the highest that is published (#; kept as this or more)",
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
