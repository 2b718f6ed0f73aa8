import { grouped } from "./grouped.js";
import type { RecordOf } from "./recordShapes.js";

/** The greatest length of the label of a statement, in code units. */
const LONGEST_LABEL = 80;

const STATISTICS = {
  RANGE: "range",
  PERCENTILE_RANGE: null,
  MEDIAN: "median",
  AVERAGE: "average",
  SHARE_OF_ROLES: "share of roles",
  FLOOR: null,
} as const;
const PERIODS = { YEAR: "a year", MONTH: "a month", HOUR: "an hour" } as const;
const COMPONENTS = { BASE: "base", TOTAL: "total", UNSPECIFIED: null } as const;

/** A pay claim in one line, such as "USD 120,000–160,000 a year in US (base, range)" or "over USD 400,000 a year (total)". */
export function payLabel(pay: RecordOf<"pay">): string {
  const { min, max, openEnded, currency, period, component, statistic, place } = pay;
  const { lowerPercentile, upperPercentile } = pay;
  const top = max === undefined ? null : `${grouped(max)}${openEnded ? "+" : ""}`;
  const low = min === undefined ? null : grouped(min);
  const figure =
    top === null
      ? `over ${currency} ${low ?? ""}`
      : low === null
        ? `up to ${currency} ${top}`
        : `${currency} ${min === max ? top : `${low}–${top}`}`;
  const percentiles =
    statistic === "PERCENTILE_RANGE" ? `percentiles ${lowerPercentile ?? ""} to ${upperPercentile ?? ""}` : null;
  const remarks = [COMPONENTS[component], STATISTICS[statistic] ?? percentiles].filter((remark) => remark !== null);
  const where = place === undefined ? "" : ` in ${place}`;
  return `${figure} ${PERIODS[period]}${where}${remarks.length === 0 ? "" : ` (${remarks.join(", ")})`}`;
}

/** A growth claim in one line, such as "over 20% growth from 2024 to 2034, data scientists". */
export function growthLabel(growth: RecordOf<"growth">): string {
  const { percent, atLeast, fromYear, toYear, population } = growth;
  const period = [
    fromYear === undefined ? [] : [`from ${fromYear}`],
    toYear === undefined ? [] : [`to ${toYear}`],
  ].flat();
  return `${[`${atLeast ? "over " : ""}${percent}% growth`, ...period].join(" ")}, ${population}`;
}

/** An employment claim in one line, such as "233,440 employed in US, 2024-05". */
export function employmentLabel({ count, place, asOf }: RecordOf<"employment">): string {
  return `${grouped(count)} employed${place === undefined ? "" : ` in ${place}`}${asOf === undefined ? "" : `, ${asOf}`}`;
}

/** Cuts a long text at the end of a word. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_LABEL) return text;
  const head = text.slice(0, LONGEST_LABEL);
  const end = text[LONGEST_LABEL] === " " ? LONGEST_LABEL : head.lastIndexOf(" ");
  // Without a blank, the cut may split a surrogate pair; drop the half.
  const kept = end > 0 ? head.slice(0, end) : head.replace(/[\ud800-\udbff]$/, "");
  return `${kept.replace(/[,;:.–—-]+$/, "")}…`;
}
