import { performance } from "node:perf_hooks";
import type { HttpLimits } from "./HTTP_LIMITS.js";

type ArrivalLimits = Pick<
  HttpLimits,
  "turnMilliseconds" | "rushAfterMilliseconds" | "rushFromMilliseconds" | "rushTurnMilliseconds"
>;

/** Windows after which one says nothing of the requests that come now. */
const LONGEST = 10;

/** Share of a window for which a busy event loop works. */
const BUSY = 0.9;

/**
 * Tells, before a request is read, whether it comes in time to be answered. All requests that came while the event loop was busy are read
 * in one turn, one after the other: later ones have waited for at least as long as that turn has taken.
 *
 * After the controlled delay of Maurer, "Fail at Scale" (ACM Queue 13(8), 2015): a burst may take long to work off. But where the event
 * loop has hardly slept for a while and still many wait, requests come faster than they are answered. This is a *rush*: until the event
 * loop sleeps again or all come in time, a turn reads requests for a short time, and the others are refused. A longer queue would not get more of them
 * answered, only all of them later.
 */
export class ArrivalGuard {
  /** When requests of this turn began to be read; null before the first. */
  #turnBegan: number | null = null;
  #windowBegan: number;
  /** Milliseconds that the event loop had slept in all, when the window began. */
  #slept: number;
  #isBusy = false;
  #isRush = false;
  /** Whether a request came too late in this window. */
  #wasLate = false;

  /**
   * @param now milliseconds of a clock that never goes back
   * @param slept milliseconds for which the event loop has waited for something to do, in all
   */
  constructor(
    private readonly limits: ArrivalLimits,
    private readonly now: () => number = () => performance.now(),
    private readonly slept: () => number = () => performance.nodeTiming.idleTime,
  ) {
    this.#windowBegan = now();
    this.#slept = slept();
  }

  get isRush(): boolean {
    return this.#isRush;
  }

  /**
   * Whether a request that has just come may be read.
   * @param areWaiting whether operations read before wait to be worked on
   */
  admits(areWaiting: boolean): boolean {
    const now = this.now();
    if (this.#turnBegan === null) this.#beginTurn(now);
    const { turnMilliseconds, rushFromMilliseconds, rushTurnMilliseconds } = this.limits;
    const waited = now - this.#turnBegan!;
    if (this.#isBusy && (areWaiting || waited > rushFromMilliseconds)) this.#isRush = true;
    const isInTime = waited <= (this.#isRush ? rushTurnMilliseconds : turnMilliseconds);
    if (!isInTime) this.#wasLate = true;
    return isInTime;
  }

  #beginTurn(now: number): void {
    this.#turnBegan = now;
    // This runs when everything has been read that had come when the turn began.
    setImmediate(() => (this.#turnBegan = null));
    const window = now - this.#windowBegan;
    const { rushAfterMilliseconds } = this.limits;
    if (window < rushAfterMilliseconds) return;
    const slept = this.slept();
    // Where nothing was asked for long, as since the start, the work was none of requests.
    this.#isBusy = window < LONGEST * rushAfterMilliseconds && slept - this.#slept < (1 - BUSY) * window;
    // Long searches keep the event loop busy, but not others waiting.
    if (!this.#isBusy || !this.#wasLate) this.#isRush = false;
    this.#wasLate = false;
    this.#windowBegan = now;
    this.#slept = slept;
  }
}
