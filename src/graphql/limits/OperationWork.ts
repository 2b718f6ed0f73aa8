import { GraphQLError } from "graphql";
import { pace } from "../../paths/pace/Pace.js";
import { FIELDS_A_TURN, LIMITS, SEARCHING } from "./LIMITS.js";

/** Why nothing further is resolved; null of an operation means that nothing stopped it. */
export type StopReason = "COST" | "BYTES" | "DEADLINE" | "SEARCH" | "DISCONNECTED";

/**
 * Thrown into what waits for its turn when the operation is stopped. The whole answer gives way to one error, so nobody reads it, and
 * one is thrown into all: graphql-js passes an error that has a path on as it is, where it would work out the place of any other.
 */
export class StoppedError extends GraphQLError {
  override readonly name = "StoppedError";

  constructor() {
    super("The operation was stopped.", { path: [] });
  }
}

interface Waiting {
  readonly cost: number;
  readonly go: () => void;
  readonly fail: (error: StoppedError) => void;
}

/**
 * The work that one operation does: counted, bounded, and parted into turns so that an operation of any size holds the event loop
 * for some milliseconds at a time. An operation waits once for its next turn, however many of its fields wait for it, so that an
 * operation with many fields has no more turns than one with few.
 */
export class OperationWork {
  /** Aborted when the operation is stopped or its searches are to end; searches listen to it. */
  readonly #abort = new AbortController();
  #reason: StopReason | null = null;
  #cost = 0;
  #costOfTurn = 0;
  #waiting: Waiting[] = [];
  #turnAsked = false;
  #deadline: NodeJS.Timeout | undefined;

  /** @param limits bounds of this operation */
  constructor(readonly limits: typeof LIMITS | { readonly [Name in keyof typeof LIMITS]: number } = LIMITS) {}

  /** Why the operation was stopped; null while it was not. */
  get stopped(): StopReason | null {
    return this.#reason;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** What was charged so far, in fields. */
  get cost(): number {
    return this.#cost;
  }

  /** Begins to count the time that the operation may take. */
  begin(): void {
    this.#deadline = setTimeout(() => this.stop("DEADLINE"), this.limits.milliseconds).unref();
  }

  /** Ends the counting of time. */
  end(): void {
    clearTimeout(this.#deadline);
  }

  /** Ends the searches of the operation, now and later: they return what they have found, and the operation continues. */
  endSearches(): void {
    this.#abort.abort();
  }

  /** Stops the operation: from now on nothing is resolved, and what waits for its turn fails. The first reason stays. */
  stop(reason: StopReason): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    clearTimeout(this.#deadline);
    this.#abort.abort();
    const waiting = this.#waiting;
    this.#waiting = [];
    const error = new StoppedError();
    for (const { fail } of waiting) fail(error);
  }

  /**
   * Counts work before it is done.
   * @param cost in fields
   * @returns false if the operation was stopped, by this or before: the work must not be done
   */
  charge(cost: number): boolean {
    this.#cost += cost;
    if (this.#cost > this.limits.cost) this.stop("COST");
    return this.#reason === null;
  }

  /**
   * When work that was charged may be done: at once while there is room in the operation's turn, which null says, else in a later one.
   * @param cost in fields
   * @throws StoppedError, as rejection, where the operation is stopped meanwhile
   */
  turn(cost: number): Promise<void> | null {
    if (this.#costOfTurn + cost <= FIELDS_A_TURN) {
      this.#costOfTurn += cost;
      return null;
    }
    return this.nextTurn(cost);
  }

  /** Waits for a later turn of the event loop, even where this one has room for the cost. */
  nextTurn(cost: number): Promise<void> {
    this.#askForTurn();
    return new Promise((go, fail) => this.#waiting.push({ cost, go, fail }));
  }

  /** The same for work that may take milliseconds: at once where the event loop was not held for long, else in a turn of its own. */
  turnOfSearch(cost: number): Promise<void> | null {
    return pace.due() ? this.nextTurn(FIELDS_A_TURN) : this.turn(cost);
  }

  #askForTurn(): void {
    if (this.#turnAsked) return;
    this.#turnAsked = true;
    void pace.rest().then(() => {
      this.#turnAsked = false;
      this.#costOfTurn = 0;
      let count = 0;
      while (count < this.#waiting.length && this.#costOfTurn < FIELDS_A_TURN) {
        this.#costOfTurn += this.#waiting[count]!.cost;
        count++;
      }
      const released = this.#waiting.splice(0, count);
      if (this.#waiting.length > 0) this.#askForTurn();
      for (const { go } of released) go();
    });
  }

  /** The error that replaces the answer of a stopped operation. */
  error(): GraphQLError {
    const { cost, bytes, milliseconds } = this.limits;
    const fewer = "Request fewer items (`first`, `limit`), fewer fields or fewer searches in one operation.";
    const [message, limit] = {
      COST: [`The operation resolves more than ${cost} fields. ${fewer}`, cost],
      BYTES: [`The answer is larger than ${bytes} bytes. ${fewer}`, bytes],
      DEADLINE: [`The operation took more than ${milliseconds / 1000} seconds. ${fewer}`, milliseconds],
      SEARCH: [`The searches of the operation found no path within ${SEARCHING / 1000} seconds. ${fewer}`, SEARCHING],
      DISCONNECTED: ["The client closed the connection.", 0],
    }[this.#reason ?? "COST"] as [string, number];
    return new GraphQLError(message, { extensions: { code: "QUERY_TOO_COMPLEX", reason: this.#reason, limit } });
  }
}
