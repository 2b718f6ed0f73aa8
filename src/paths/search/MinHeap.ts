/** A binary heap of items (small integers) by a key each; an item may be pushed again under a smaller key. O(log n) a change. */
export class MinHeap {
  private keys = new Float64Array(256);
  private items = new Int32Array(256);
  private used = 0;

  get size(): number {
    return this.used;
  }

  /** The least key; Infinity where the heap is empty. */
  get leastKey(): number {
    return this.used === 0 ? Infinity : this.keys[0]!;
  }

  /** The item that `pop` gives next; the heap must not be empty. */
  get leastItem(): number {
    return this.items[0]!;
  }

  /** An item, for going through all of them, 0 to `size` - 1; the order is not promised. */
  itemAt(index: number): number {
    return this.items[index]!;
  }

  clear(): void {
    this.used = 0;
  }

  push(key: number, item: number): void {
    if (this.used === this.items.length) this.grow();
    const { keys, items } = this;
    let hole = this.used++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (keys[parent]! <= key) break;
      keys[hole] = keys[parent]!;
      items[hole] = items[parent]!;
      hole = parent;
    }
    keys[hole] = key;
    items[hole] = item;
  }

  /** Removes an item of the least key; the heap must not be empty. */
  pop(): number {
    const { keys, items } = this;
    const least = items[0]!;
    const size = --this.used;
    this.sink(keys[size]!, items[size]!);
    return least;
  }

  /** Gives the item that `pop` would give next a greater key; the heap must not be empty. */
  replaceLeast(key: number): void {
    this.sink(key, this.items[0]!);
  }

  /** Puts an item in the place of the first one, and then where it belongs. */
  private sink(key: number, item: number): void {
    const { keys, items, used } = this;
    let hole = 0;
    for (let child = 1; child < used; child = 2 * hole + 1) {
      if (child + 1 < used && keys[child + 1]! < keys[child]!) child++;
      if (keys[child]! >= key) break;
      keys[hole] = keys[child]!;
      items[hole] = items[child]!;
      hole = child;
    }
    keys[hole] = key;
    items[hole] = item;
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    keys.set(this.keys);
    this.keys = keys;
    const items = new Int32Array(this.items.length * 2);
    items.set(this.items);
    this.items = items;
  }
}
