/** Compares ids and names by UTF-16 code unit, which gives the same order on every machine and in every locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
