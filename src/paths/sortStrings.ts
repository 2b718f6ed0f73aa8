import type { Pace } from "./Pace.js";

/** Strings sorted at once between two rests; a thousand take well under a millisecond. */
const RUN = 1024;
/** Strings merged between two looks at the clock. */
const STRIDE = 4096;

/**
 * Sorts strings by code unit without holding the event loop: short runs are sorted whole, then merged pairwise.
 * O(n log n); the input stays as it is.
 */
export async function sortStrings(strings: readonly string[], pace: Pace): Promise<string[]> {
  let sorted: string[] = [];
  for (let start = 0; start < strings.length; start += RUN) {
    for (const string of strings.slice(start, start + RUN).sort(byCodeUnit)) sorted.push(string);
    if (pace.due()) await pace.rest();
  }
  for (let width = RUN; width < sorted.length; width *= 2) {
    const merged: string[] = [];
    for (let start = 0; start < sorted.length; start += 2 * width) {
      const middle = Math.min(start + width, sorted.length);
      const end = Math.min(start + 2 * width, sorted.length);
      let left = start;
      let right = middle;
      while (left < middle || right < end) {
        if (right === end || (left < middle && sorted[left]! <= sorted[right]!)) merged.push(sorted[left++]!);
        else merged.push(sorted[right++]!);
        if (merged.length % STRIDE === 0 && pace.due()) await pace.rest();
      }
    }
    sorted = merged;
  }
  return sorted;
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
