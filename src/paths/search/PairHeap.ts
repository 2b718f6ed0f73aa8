/** A binary heap of items (small integers) by two keys, the second where the first ties. O(log n) a change. */
export class PairHeap {
  private keys = new Float64Array(256);
  private ties = new Float64Array(256);
  private items = new Int32Array(256);
  private used = 0;

  get size(): number {
    return this.used;
  }

  /** The least key; Infinity where the heap is empty. */
  get leastKey(): number {
    return this.used === 0 ? Infinity : this.keys[0]!;
  }

  /** The second key of the item that `pop` gives next; Infinity where the heap is empty. */
  get leastTie(): number {
    return this.used === 0 ? Infinity : this.ties[0]!;
  }

  clear(): void {
    this.used = 0;
  }

  push(key: number, tie: number, item: number): void {
    if (this.used === this.items.length) this.grow();
    const { keys, ties, items } = this;
    let hole = this.used++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (keys[parent]! < key || (keys[parent] === key && ties[parent]! <= tie)) break;
      keys[hole] = keys[parent]!;
      ties[hole] = ties[parent]!;
      items[hole] = items[parent]!;
      hole = parent;
    }
    keys[hole] = key;
    ties[hole] = tie;
    items[hole] = item;
  }

  /** Removes an item of the least key; the heap must not be empty. */
  pop(): number {
    const { keys, ties, items } = this;
    const least = items[0]!;
    const size = --this.used;
    const key = keys[size]!;
    const tie = ties[size]!;
    const item = items[size]!;
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      const sibling = child + 1;
      if (
        sibling < size &&
        (keys[sibling]! < keys[child]! || (keys[sibling] === keys[child] && ties[sibling]! < ties[child]!))
      ) {
        child = sibling;
      }
      if (keys[child]! > key || (keys[child] === key && ties[child]! >= tie)) break;
      keys[hole] = keys[child]!;
      ties[hole] = ties[child]!;
      items[hole] = items[child]!;
      hole = child;
    }
    keys[hole] = key;
    ties[hole] = tie;
    items[hole] = item;
    return least;
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    keys.set(this.keys);
    this.keys = keys;
    const ties = new Float64Array(this.ties.length * 2);
    ties.set(this.ties);
    this.ties = ties;
    const items = new Int32Array(this.items.length * 2);
    items.set(this.items);
    this.items = items;
  }
}
