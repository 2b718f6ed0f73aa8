/** Years of preparation in the form of role records. Without `to`, there is no upper bound. */
export interface SvpYears {
  readonly from: number;
  readonly to?: number;
}

/**
 * The upper ends, in years, of the levels of specific vocational preparation (SVP) from level 1 on. Level 9 has none. The Dictionary of
 * Occupational Titles, Appendix C, defines the levels: 1 a short demonstration, 2 up to a month, 3 up to 3 months, 4 up to 6 months, 5 up
 * to a year, 6 up to 2 years, 7 up to 4, 8 up to 10, 9 over 10. A short demonstration counts as 0.
 */
const UPPER_ENDS = [0, 1 / 12, 0.25, 0.5, 1, 2, 4, 10] as const;

const HIGHEST_LEVEL = UPPER_ENDS.length + 1;

/**
 * The years of a range of SVP levels in the form of O*NET's Job Zone Reference: "(Below 4.0)", "(4.0 to < 6.0)" or "(8.0 and above)". Null
 * if the text has another form. SVP counts all preparation for the occupation itself: work, apprenticeship and schooling.
 */
export function yearsOfSvp(range: string): SvpYears | null {
  const below = /^\(Below (\d)\.0\)$/.exec(range);
  if (below !== null) return yearsOf(1, Number(below[1]) - 1);
  const between = /^\((\d)\.0 to < (\d)\.0\)$/.exec(range);
  if (between !== null) return yearsOf(Number(between[1]), Number(between[2]) - 1);
  const above = /^\((\d)\.0 and above\)$/.exec(range);
  return above === null ? null : yearsOf(Number(above[1]), HIGHEST_LEVEL);
}

function yearsOf(lowest: number, highest: number): SvpYears | null {
  if (lowest < 1 || highest < lowest || highest > HIGHEST_LEVEL) return null;
  const from = UPPER_ENDS[lowest - 2] ?? 0;
  const to = UPPER_ENDS[highest - 1];
  return to === undefined ? { from } : { from, to };
}
