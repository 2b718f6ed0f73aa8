/** Stands for the place of a key that is not there. */
export const NOWHERE = -1;

const FIRST_PLACES = 512;
/** A look for a key that is not there then mostly ends at the first slot. */
const SLOTS_A_PLACE = 4;
/** A table that has grown beyond this gives its memory back when it is cleared. */
const KEPT_PLACES = 1 << 14;
/** Spreads neighbouring keys over the slots (2^32 by the golden ratio). */
const SPREAD = 0x9e3779b1;

/**
 * Gives places, from 0 on, to whole numbers such as roles, so that columns about few of very many can be short: a hash table with
 * open addressing. O(1) a look; clearing costs what the table held and not the network.
 */
export class PlaceTable {
  /** How many places are taken. */
  size = 0;
  /** The key of each place. */
  keys = new Int32Array(FIRST_PLACES);
  /** From the first slot of a key on, the place of that key plus 1; 0 where a slot is free. */
  private slots = new Int32Array(FIRST_PLACES * SLOTS_A_PLACE);
  private shift = 32 - Math.log2(FIRST_PLACES * SLOTS_A_PLACE);

  /** How many places fit before the table grows. */
  get room(): number {
    return this.keys.length;
  }

  /** The place of a key, else NOWHERE. */
  placeOf(key: number): number {
    const { slots, keys, shift } = this;
    for (let slot = Math.imul(key, SPREAD) >>> shift; ; slot = (slot + 1) & (slots.length - 1)) {
      const place = slots[slot]! - 1;
      if (place === NOWHERE || keys[place] === key) return place;
    }
  }

  /** Gives the next place to a key that has none. */
  add(key: number): number {
    if (this.size === this.keys.length) this.enlarge();
    const place = this.size++;
    this.keys[place] = key;
    this.enter(place);
    return place;
  }

  clear(): void {
    this.size = 0;
    if (this.keys.length > KEPT_PLACES) this.allocate(FIRST_PLACES);
    else this.slots.fill(0);
  }

  private enter(place: number): void {
    const { slots, shift } = this;
    let slot = Math.imul(this.keys[place]!, SPREAD) >>> shift;
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = place + 1;
  }

  private enlarge(): void {
    const { keys } = this;
    this.allocate(keys.length * 2);
    this.keys.set(keys);
    for (let place = 0; place < this.size; place++) this.enter(place);
  }

  private allocate(places: number): void {
    this.keys = new Int32Array(places);
    this.slots = new Int32Array(places * SLOTS_A_PLACE);
    this.shift = 32 - Math.log2(this.slots.length);
  }
}
