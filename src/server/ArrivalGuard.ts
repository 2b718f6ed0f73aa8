import { performance } from "node:perf_hooks";
import type { HttpLimits } from "./HTTP_LIMITS.js";

type ArrivalLimits = Pick<
  HttpLimits,
  | "turnMilliseconds"
  | "rushAfterMilliseconds"
  | "rushFromMilliseconds"
  | "rushFromAnswers"
  | "rushAnswersMilliseconds"
  | "rushFromWaiting"
  | "rushMilliseconds"
>;

/** Windows after which one says nothing of the requests that come now. */
const LONGEST = 10;

/** Share of a window for which a busy event loop works. */
const BUSY = 0.9;

/** What becomes of a request that has come: it is read, it waits for those that come with it to be read (`LatestFirst`), or it is refused. */
export type Admission = "READ" | "HOLD" | "REFUSE";

/**
 * Tells, before a request is read, whether it comes in time to be answered. All requests that came while the event loop was busy are read
 * in one turn, one after the other: later ones have waited for at least as long as that turn has taken.
 *
 * After the controlled delay of Maurer, "Fail at Scale" (ACM Queue 13(8), 2015): a burst may take long to work off. But where requests
 * come faster than they are answered, a longer queue gets no more of them answered, only all of them later. This is a *rush*. It begins
 * where a turn has answered many and still there are more to read, or where many wait to be worked on and stay many while others are
 * answered: that is no burst of long searches. It begins, too, where the event loop has hardly slept for a while and some wait. It ends
 * when the event loop sleeps again or all come in time.
 */
export class ArrivalGuard {
  /** When requests of this turn began to be read; null before the first. */
  #turnBegan: number | null = null;
  /** Requests read so far. */
  #read = 0;
  /** Requests answered when this turn began, and when so many came to wait that it may be a rush; null while fewer do. */
  #answeredBefore = 0;
  #answeredUncrowded: number | null = null;
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
   * What becomes of a request that has just come.
   * @param waiting operations read before that wait to be worked on
   * @param running operations that are worked on
   */
  admits(waiting: number, running: number): Admission {
    const now = this.now();
    const answered = this.#read - waiting - running;
    if (this.#turnBegan === null) this.#beginTurn(now, answered);
    const waited = now - this.#turnBegan!;
    const { turnMilliseconds, rushFromMilliseconds } = this.limits;
    if (this.#isBusy && (waiting > 0 || waited > rushFromMilliseconds)) this.#isRush = true;
    if (!this.#isRush && this.#isCrowded(waiting, answered, waited)) {
      this.#isRush = true;
      // Whether it is over is told by what comes from now on.
      this.#beginWindow(now);
    }
    if (this.#isRush) return "HOLD";
    if (waited > turnMilliseconds) {
      this.late();
      return "REFUSE";
    }
    this.#read++;
    return "READ";
  }

  #isCrowded(waiting: number, answered: number, waited: number): boolean {
    const { rushFromAnswers, rushAnswersMilliseconds, rushFromWaiting } = this.limits;
    if (waiting < rushFromWaiting) this.#answeredUncrowded = null;
    else this.#answeredUncrowded ??= answered;
    return (
      (waited > rushAnswersMilliseconds && answered - this.#answeredBefore >= rushFromAnswers) ||
      (this.#answeredUncrowded !== null && answered - this.#answeredUncrowded >= rushFromAnswers)
    );
  }

  /** Notes that a request was refused which waited. */
  late(): void {
    this.#wasLate = true;
  }

  #beginTurn(now: number, answered: number): void {
    this.#turnBegan = now;
    this.#answeredBefore = answered;
    // This runs when everything has been read that had come when the turn began.
    setImmediate(() => (this.#turnBegan = null));
    const window = now - this.#windowBegan;
    const { rushAfterMilliseconds, rushMilliseconds } = this.limits;
    if (window < (this.#isRush ? rushMilliseconds : rushAfterMilliseconds)) return;
    // Where nothing was asked for long, as since the start, the work was none of requests.
    this.#isBusy = window < LONGEST * rushAfterMilliseconds && this.slept() - this.#slept < (1 - BUSY) * window;
    // Long searches keep the event loop busy, but not others waiting.
    if (!this.#isBusy || !this.#wasLate) this.#isRush = false;
    this.#beginWindow(now);
  }

  #beginWindow(now: number): void {
    this.#wasLate = false;
    this.#windowBegan = now;
    this.#slept = this.slept();
  }
}
