/**
 * The half-open range of positions that a slice takes of a list.
 * @param from how many items stand up to the place that the slice begins after; null at the beginning
 * @param to how many stand before the place that it ends at; null at the end
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
