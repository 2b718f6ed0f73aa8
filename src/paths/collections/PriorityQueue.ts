/** A binary heap, ordered by a comparison function (below 0: left comes first). O(log n) per change. */
export class PriorityQueue<Item> {
  private readonly items: Item[] = [];

  constructor(private readonly compare: (left: Item, right: Item) => number) {}

  get size(): number {
    return this.items.length;
  }

  push(item: Item): void {
    const { items, compare } = this;
    let hole = items.length;
    items.push(item);
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (compare(items[parent]!, item) <= 0) break;
      items[hole] = items[parent]!;
      hole = parent;
    }
    items[hole] = item;
  }

  /** Removes and returns the first item; undefined if the queue is empty. */
  pop(): Item | undefined {
    const { items, compare } = this;
    const first = items[0];
    const last = items.pop();
    if (items.length === 0 || last === undefined) return first;
    let hole = 0;
    for (let child = 1; child < items.length; child = 2 * hole + 1) {
      if (child + 1 < items.length && compare(items[child + 1]!, items[child]!) < 0) child++;
      if (compare(items[child]!, last) >= 0) break;
      items[hole] = items[child]!;
      hole = child;
    }
    items[hole] = last;
    return first;
  }

  /** All queued items, in no particular order. */
  rest(): readonly Item[] {
    return this.items;
  }
}
