import { performance } from "node:perf_hooks";

/** A held request, and when it was read. */
interface Held<Item> {
  readonly item: Item;
  readonly since: number;
}

/**
 * Holds a bounded number of requests for a short time and answers the latest one first, one per turn of the event loop. Under overload, the
 * latest request has waited least, including the time in its socket, so the requests that are answered are answered without delay. In order of
 * arrival, each of them would wait as long as the limit allows. This is the adaptive LIFO of Maurer, "Fail at Scale" (ACM Queue 13(8), 2015).
 */
export class LatestFirst<Item> {
  readonly #held: Held<Item>[] = [];
  #isAwake = false;

  /**
   * @param most maximum number of held requests; beyond it, the oldest are refused
   * @param wait milliseconds after which a held request is refused
   * @param hasRoom whether another request can be answered now
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

  /** Both callbacks run after all arrived requests have been read. `#answerLatest` runs first, so its request makes progress before old ones are refused. */
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
