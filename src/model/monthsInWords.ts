/** Formats whole months as years and months: "3 years", "2 years and 1 month", "4 months", or "0 years" for 0. */
export function monthsInWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const inYears = years === 1 ? "1 year" : `${years} years`;
  const inMonths = rest === 1 ? "1 month" : `${rest} months`;
  if (rest === 0) return inYears;
  return years === 0 ? inMonths : `${inYears} and ${inMonths}`;
}
