/** The index of a key that the table does not contain. */
export const ABSENT = -1;

const FIRST_CAPACITY = 512;
/** With so many slots, a lookup of an absent key usually ends at the first slot. */
const SLOTS_PER_KEY = 4;
/** A table with a greater capacity releases its memory when it is cleared. */
const KEPT_CAPACITY = 1 << 14;
/** Spreads neighbouring keys over the slots: 2^32 divided by the golden ratio. */
const SPREAD = 0x9e3779b1;

/**
 * Assigns consecutive indexes, from 0, to integer keys such as roles, so that columns about a few roles of a large network can be short.
 * It is a hash table with open addressing. O(1) per lookup; clearing costs the size of the table, not of the network.
 */
export class CompactIndex {
  /** How many keys the table contains. */
  size = 0;
  /** The key of each index. */
  keys = new Int32Array(FIRST_CAPACITY);
  /** The index of a key plus 1, at the first slot of the key or after it; 0 if the slot is free. */
  private slots = new Int32Array(FIRST_CAPACITY * SLOTS_PER_KEY);
  private shift = 32 - Math.log2(FIRST_CAPACITY * SLOTS_PER_KEY);

  /** How many keys fit before the table grows. */
  get capacity(): number {
    return this.keys.length;
  }

  /** The index of a key; ABSENT if the table does not contain it. */
  indexOf(key: number): number {
    const { slots, keys, shift } = this;
    for (let slot = Math.imul(key, SPREAD) >>> shift; ; slot = (slot + 1) & (slots.length - 1)) {
      const index = slots[slot]! - 1;
      if (index === ABSENT || keys[index] === key) return index;
    }
  }

  /** Assigns the next index to a key that the table does not contain. */
  add(key: number): number {
    if (this.size === this.keys.length) this.enlarge();
    const index = this.size++;
    this.keys[index] = key;
    this.enter(index);
    return index;
  }

  clear(): void {
    this.size = 0;
    if (this.keys.length > KEPT_CAPACITY) this.allocate(FIRST_CAPACITY);
    else this.slots.fill(0);
  }

  private enter(index: number): void {
    const { slots, shift } = this;
    let slot = Math.imul(this.keys[index]!, SPREAD) >>> shift;
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = index + 1;
  }

  private enlarge(): void {
    const { keys } = this;
    this.allocate(keys.length * 2);
    this.keys.set(keys);
    for (let index = 0; index < this.size; index++) this.enter(index);
  }

  private allocate(capacity: number): void {
    this.keys = new Int32Array(capacity);
    this.slots = new Int32Array(capacity * SLOTS_PER_KEY);
    this.shift = 32 - Math.log2(this.slots.length);
  }
}
