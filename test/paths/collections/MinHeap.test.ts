import fc from "fast-check";
import { expect, test } from "@jest/globals";
import { MinHeap } from "../../../src/paths/collections/MinHeap.js";

/** Keys with few different values, so that many tie; more entries than a new heap has room for. */
const ENTRIES = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 250, maxLength: 400 });

/** Empties a heap; returns the keys of its items. */
function drained(heap: MinHeap, entries: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const keys: (readonly [number, number])[] = [];
  while (heap.size > 0) {
    const first = heap.leastItem;
    expect(heap.leastKey).toBe(entries[first]![0]);
    expect(heap.pop()).toBe(first);
    keys.push(entries[first]!);
  }
  return keys;
}

test("a heap returns its items by key", () => {
  fc.assert(
    fc.property(ENTRIES, (entries) => {
      const heap = new MinHeap();
      entries.forEach(([key], item) => heap.push(key, item));
      expect(drained(heap, entries).map(([key]) => key)).toEqual(entries.map(([key]) => key).sort((a, b) => a - b));
      expect(heap.leastKey).toBe(Infinity);
    }),
    { numRuns: 10 },
  );
});

test("a heap that breaks ties returns items of one key by the second key", () => {
  fc.assert(
    fc.property(ENTRIES, (entries) => {
      const heap = new MinHeap(true);
      entries.forEach(([key, tie], item) => heap.push(key, item, tie));
      expect(heap.leastTie).toBe(entries[heap.leastItem]![1]);
      expect(drained(heap, entries)).toEqual([...entries].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
    }),
    { numRuns: 10 },
  );
});

test("a heap moves its first item to the right place when its key is increased", () => {
  fc.assert(
    fc.property(ENTRIES, fc.nat(12), (entries, added) => {
      const heap = new MinHeap();
      entries.forEach(([key], item) => heap.push(key, item));
      const raised = heap.leastItem;
      const changed = entries.map(([key, tie], item) =>
        item === raised ? ([key + added, tie] as const) : ([key, tie] as const),
      );
      heap.replaceLeast(changed[raised]![0]);
      expect(drained(heap, changed).map(([key]) => key)).toEqual(changed.map(([key]) => key).sort((a, b) => a - b));
    }),
    { numRuns: 10 },
  );
});
