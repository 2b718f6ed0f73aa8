/**
 * The half-open range of positions that a slice covers in a list.
 * @param from the number of items up to the position after which the slice begins; null for the beginning of the list
 * @param to the number of items before the position at which it ends; null for the end of the list
 */
export function positionsOf(
  { size, backward }: { readonly size: number; readonly backward: boolean },
  totalCount: number,
  from: number | null,
  to: number | null,
): { readonly start: number; readonly end: number } {
  const low = from ?? 0;
  const high = Math.max(low, to ?? totalCount);
  return backward ? { start: Math.max(low, high - size), end: high } : { start: low, end: Math.min(high, low + size) };
}
