import { pace } from "./Pace.js";

/** Items sorted between two checks of the pace; a thousand take well under a millisecond. */
const RUN = 1024;
/** Items merged between two checks of the pace. */
const STRIDE = 4096;

/**
 * Sorts without blocking the event loop: sorts short runs, then merges them pairwise. Stable. O(n log n). Does not change the input.
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
