import { doubled } from "./doubled.js";

/** A list of 32-bit integers that grows by doubling, for columns whose length is not known in advance. */
export class GrowingInts {
  private items: Int32Array;
  private used = 0;

  constructor(capacity = 1024) {
    this.items = new Int32Array(capacity);
  }

  get length(): number {
    return this.used;
  }

  push(value: number): void {
    if (this.used === this.items.length) this.items = doubled(this.items);
    this.items[this.used++] = value;
  }

  /** A view of the current values; valid until the next push. */
  view(): Int32Array {
    return this.items.subarray(0, this.used);
  }
}
