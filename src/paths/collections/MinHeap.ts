/**
 * A min-heap of small integers, ordered by a key and optionally by a second key that breaks ties. The same item may be pushed again
 * with a smaller key. O(log n) per change. Each node has four children, because a sift down then touches half as many cache lines as
 * with two (LaMarca and Ladner, ACM Journal of Experimental Algorithmics 1, 1996).
 */
export class MinHeap {
  private keys = new Float64Array(256);
  /** The second keys; empty if ties are not broken. */
  private ties: Float64Array;
  private items = new Int32Array(256);
  private used = 0;

  /** @param breaksTies whether second keys break ties */
  constructor(private readonly breaksTies = false) {
    this.ties = new Float64Array(breaksTies ? this.keys.length : 0);
  }

  get size(): number {
    return this.used;
  }

  /** The least key; Infinity if the heap is empty. */
  get leastKey(): number {
    return this.used === 0 ? Infinity : this.keys[0]!;
  }

  /** The second key of the item that `pop` returns next; Infinity if the heap is empty, 0 if ties are not broken. */
  get leastTie(): number {
    return this.used === 0 ? Infinity : (this.ties[0] ?? 0);
  }

  /** The item that `pop` returns next; the heap must not be empty. */
  get leastItem(): number {
    return this.items[0]!;
  }

  /** The item at a position from 0 to `size` - 1, to iterate over all of them in no particular order. */
  itemAt(index: number): number {
    return this.items[index]!;
  }

  clear(): void {
    this.used = 0;
  }

  /** @param tie the second key, ignored unless the heap breaks ties */
  push(key: number, item: number, tie = 0): void {
    if (this.used === this.items.length) this.grow();
    const { keys, ties, items, breaksTies } = this;
    let hole = this.used++;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      if (keys[parent]! < key || (keys[parent] === key && (!breaksTies || ties[parent]! <= tie))) break;
      keys[hole] = keys[parent]!;
      if (breaksTies) ties[hole] = ties[parent]!;
      items[hole] = items[parent]!;
      hole = parent;
    }
    keys[hole] = key;
    if (breaksTies) ties[hole] = tie;
    items[hole] = item;
  }

  /** Removes and returns an item with the least key; the heap must not be empty. */
  pop(): number {
    const { keys, ties, items } = this;
    const least = items[0]!;
    const last = --this.used;
    this.sink(keys[last]!, items[last]!, this.breaksTies ? ties[last]! : 0);
    return least;
  }

  /** Raises the key of the item that `pop` would return next; the heap must not be empty. */
  replaceLeast(key: number, tie = 0): void {
    this.sink(key, this.items[0]!, tie);
  }

  /** Replaces the root by an item and sifts it down. */
  private sink(key: number, item: number, tie: number): void {
    const { keys, ties, items, used, breaksTies } = this;
    let hole = 0;
    for (let first = 1; first < used; first = 4 * hole + 1) {
      let child = first;
      let least = keys[first]!;
      const end = first + 4 < used ? first + 4 : used;
      for (let other = first + 1; other < end; other++) {
        const otherKey = keys[other]!;
        if (otherKey < least || (breaksTies && otherKey === least && ties[other]! < ties[child]!)) {
          child = other;
          least = otherKey;
        }
      }
      if (least > key || (least === key && (!breaksTies || ties[child]! >= tie))) break;
      keys[hole] = least;
      if (breaksTies) ties[hole] = ties[child]!;
      items[hole] = items[child]!;
      hole = child;
    }
    keys[hole] = key;
    if (breaksTies) ties[hole] = tie;
    items[hole] = item;
  }

  private grow(): void {
    const size = this.items.length * 2;
    this.keys = larger(this.keys, new Float64Array(size));
    if (this.breaksTies) this.ties = larger(this.ties, new Float64Array(size));
    this.items = larger(this.items, new Int32Array(size));
  }
}

function larger<Column extends Float64Array | Int32Array>(column: Column, space: Column): Column {
  space.set(column);
  return space;
}
