/**
 * Converts years to whole months, rounded half up. All figures and bounds are rounded with this function before they are added or
 * subtracted. Adds a small epsilon, because a half month written in decimal years may be slightly less than half.
 * @param years 0 or more
 */
export function wholeMonths(years: number): number {
  return Math.floor(years * 12 + 0.5 + 1e-9);
}
