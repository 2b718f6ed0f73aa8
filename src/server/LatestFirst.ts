import { performance } from "node:perf_hooks";

/** A request that waits, and when it was read. */
interface Held<Item> {
  readonly item: Item;
  readonly since: number;
}

/**
 * Has a bounded number of requests wait for a short time, and answers the latest first, one a turn of the event loop. Where more come than can be answered
 * the latest is the one that has waited least, in its socket too, so that those answered are answered as soon as without the others. In
 * order of arrival each would have waited as long as is just allowed. This is the adaptive LIFO of Maurer, "Fail at Scale" (ACM
 * Queue 13(8), 2015).
 */
export class LatestFirst<Item> {
  readonly #held: Held<Item>[] = [];
  #isAwake = false;

  /**
   * @param most requests that wait; of more the oldest are refused
   * @param wait milliseconds that a request waits before it is refused
   * @param hasRoom whether another may be answered now
   */
  constructor(
    private readonly most: number,
    private readonly wait: number,
    private readonly hasRoom: () => boolean,
    private readonly answer: (item: Item) => void,
    private readonly refuse: (item: Item) => void,
  ) {}

  add(item: Item): void {
    this.#held.push({ item, since: performance.now() });
    this.#wake();
  }

  /** Both run when everything has been read that has come, in this order; between them the event loop goes on with what is answered. */
  #wake(): void {
    if (this.#isAwake) return;
    this.#isAwake = true;
    setImmediate(() => this.#answerLatest());
    setImmediate(() => this.#refuseOld());
  }

  #answerLatest(): void {
    if (!this.hasRoom()) return;
    const latest = this.#held.pop();
    if (latest !== undefined) this.answer(latest.item);
  }

  #refuseOld(): void {
    this.#isAwake = false;
    const oldest = performance.now() - this.wait;
    let old = Math.max(0, this.#held.length - this.most);
    while (old < this.#held.length && this.#held[old]!.since <= oldest) old++;
    for (const { item } of this.#held.splice(0, old)) this.refuse(item);
    if (this.#held.length > 0) this.#wake();
  }
}
