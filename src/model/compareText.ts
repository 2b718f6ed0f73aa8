/** The order of ids and names wherever one is promised: by UTF-16 code unit, the same on every machine and in every locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
