import { pace } from "./Pace.js";

/** Items sorted at once between two looks at the clock; a thousand take well under a millisecond. */
const RUN = 1024;
/** Items merged between two looks at the clock. */
const STRIDE = 4096;

/**
 * Sorts without holding the event loop: short runs are sorted whole, then merged pairwise. Stable.
 * O(n log n); the input stays as it is.
 */
export async function sortInTurns<Item>(
  items: readonly Item[],
  compare: (left: Item, right: Item) => number,
): Promise<Item[]> {
  let sorted: Item[] = [];
  for (let start = 0; start < items.length; start += RUN) {
    for (const item of items.slice(start, start + RUN).sort(compare)) sorted.push(item);
    if (pace.due()) await pace.rest();
  }
  for (let width = RUN; width < sorted.length; width *= 2) {
    const merged: Item[] = [];
    for (let start = 0; start < sorted.length; start += 2 * width) {
      const middle = Math.min(start + width, sorted.length);
      const end = Math.min(start + 2 * width, sorted.length);
      let left = start;
      let right = middle;
      while (left < middle || right < end) {
        if (right === end || (left < middle && compare(sorted[left]!, sorted[right]!) <= 0))
          merged.push(sorted[left++]!);
        else merged.push(sorted[right++]!);
        if (merged.length % STRIDE === 0 && pace.due()) await pace.rest();
      }
    }
    sorted = merged;
  }
  return sorted;
}
