/** Stands for the place of a key that is not there. */
export const ABSENT = -1;

const FIRST_CAPACITY = 512;
/** A look for a key that is not there then mostly ends at the first slot. */
const SLOTS_PER_KEY = 4;
/** A table that has grown beyond this gives its memory back when it is cleared. */
const KEPT_CAPACITY = 1 << 14;
/** Spreads neighbouring keys over the slots (2^32 by the golden ratio). */
const SPREAD = 0x9e3779b1;

/**
 * Gives places, from 0 on, to whole numbers such as roles, so that columns about few of very many can be short: a hash table with
 * open addressing. O(1) a look; clearing costs what the table held and not the network.
 */
export class CompactIndex {
  /** How many places are taken. */
  size = 0;
  /** The key of each place. */
  keys = new Int32Array(FIRST_CAPACITY);
  /** From the first slot of a key on, the place of that key plus 1; 0 where a slot is free. */
  private slots = new Int32Array(FIRST_CAPACITY * SLOTS_PER_KEY);
  private shift = 32 - Math.log2(FIRST_CAPACITY * SLOTS_PER_KEY);

  /** How many places fit before the table grows. */
  get capacity(): number {
    return this.keys.length;
  }

  /** The place of a key, else ABSENT. */
  indexOf(key: number): number {
    const { slots, keys, shift } = this;
    for (let slot = Math.imul(key, SPREAD) >>> shift; ; slot = (slot + 1) & (slots.length - 1)) {
      const index = slots[slot]! - 1;
      if (index === ABSENT || keys[index] === key) return index;
    }
  }

  /** Gives the next place to a key that has none. */
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
