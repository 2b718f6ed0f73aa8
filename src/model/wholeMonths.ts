/**
 * A time in whole months, rounded half up: the one rule by which figures, bounds and sums of years are counted. Each is rounded by
 * itself and only then added or subtracted. A hair is added, as a half month in decimals may fall just short of it.
 * @param years 0 or more
 */
export function wholeMonths(years: number): number {
  return Math.floor(years * 12 + 0.5 + 1e-9);
}
