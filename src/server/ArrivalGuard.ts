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

/** A window longer than this many regular windows tells nothing about the current load. */
const LONGEST = 10;

/** Share of a window from which the event loop counts as busy. */
const BUSY = 0.9;

/** What happens to a new request: it is read, held until the requests that arrived with it are read (`LatestFirst`), or refused. */
export type Handling = "READ" | "HOLD" | "REFUSE";

/**
 * Decides, before a request is read, whether it can still be answered in time. Requests that arrived while the event loop was busy are read
 * one after the other in one turn, so a later one has waited at least as long as the turn has lasted.
 *
 * This follows the controlled delay of Maurer, "Fail at Scale" (ACM Queue 13(8), 2015). A burst may take long to process. If requests
 * keep arriving faster than they are answered, a longer queue does not increase the throughput; it only delays every answer. This state is
 * called a *rush*. A rush begins if one of these is true:
 * - A turn has answered many requests and there are still more to read.
 * - Many operations wait, and still as many wait after many others were answered. This excludes a burst of long searches.
 * - The event loop has hardly been idle for a window, and operations wait or this turn has lasted longer than `rushFromMilliseconds`.
 * The rush ends when the event loop is idle again or no request arrives too late.
 */
export class ArrivalGuard {
  /** Time at which the first request of this turn was read; null before it. */
  #turnBegan: number | null = null;
  /** Number of requests that were told READ so far, without those that were then refused at a full gate. */
  #read = 0;
  /** Value of `answered` (see `handlingOf`) at the beginning of this turn. */
  #answeredBefore = 0;
  /** Value of `answered` when `rushFromWaiting` operations waited for the first time; null while fewer wait. */
  #answeredUncrowded: number | null = null;
  #windowBegan: number;
  /** Total idle time of the event loop, in milliseconds, at the start of the window. */
  #slept: number;
  #isBusy = false;
  #isRush = false;
  /** Whether a request arrived too late in this window. */
  #wasLate = false;

  /**
   * @param now monotonic clock, in milliseconds
   * @param slept total idle time of the event loop, in milliseconds
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
   * Decides about a request that has just arrived.
   * @param waiting number of operations that wait at the gate
   * @param inProgress number of operations in progress
   */
  handlingOf(waiting: number, inProgress: number): Handling {
    const now = this.now();
    // Without requests that were held. Includes invalid ones and those that waited in vain.
    const answered = this.#read - waiting - inProgress;
    if (this.#turnBegan === null) this.#beginTurn(now, answered);
    const waited = now - this.#turnBegan!;
    const { turnMilliseconds, rushFromMilliseconds } = this.limits;
    if (this.#isBusy && (waiting > 0 || waited > rushFromMilliseconds)) this.#isRush = true;
    if (!this.#isRush && this.#isCrowded(waiting, answered, waited)) {
      this.#isRush = true;
      // Only requests from now on can show that the rush is over.
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

  /** Records that a request was told READ and then refused at a full gate, so that it does not count as answered. */
  turnedAway(): void {
    this.#read--;
  }

  /** Records that a waiting request was refused. */
  late(): void {
    this.#wasLate = true;
  }

  #beginTurn(now: number, answered: number): void {
    this.#turnBegan = now;
    this.#answeredBefore = answered;
    // Runs after all requests that had arrived before the turn have been read.
    setImmediate(() => (this.#turnBegan = null));
    const window = now - this.#windowBegan;
    const { rushAfterMilliseconds, rushMilliseconds } = this.limits;
    if (window < (this.#isRush ? rushMilliseconds : rushAfterMilliseconds)) return;
    // If no request has arrived for long, for example since the start, requests did not cause the work.
    this.#isBusy = window < LONGEST * rushAfterMilliseconds && this.slept() - this.#slept < (1 - BUSY) * window;
    // A busy event loop alone is no rush: long searches keep it busy without delaying other requests.
    if (!this.#isBusy || !this.#wasLate) this.#isRush = false;
    this.#beginWindow(now);
  }

  #beginWindow(now: number): void {
    this.#wasLate = false;
    this.#windowBegan = now;
    this.#slept = this.slept();
  }
}
