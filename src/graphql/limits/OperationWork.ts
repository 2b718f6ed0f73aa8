import { GraphQLError } from "graphql";
import { pace } from "../../paths/pace/Pace.js";
import { FIELDS_A_TURN, LIMITS, SEARCHING } from "./LIMITS.js";

/** Why an operation was stopped. */
export type StopReason = "COST" | "BYTES" | "DEADLINE" | "SEARCH" | "DISCONNECTED";

/**
 * Rejects the fields that wait for their turn or for the store when the operation is stopped. Another error replaces the whole answer, so
 * nobody reads this one. It has a path, because graphql-js passes on an error with a path as it is, but would locate any other in the document.
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
 * Counts and limits the work of one operation, and splits it into turns, so that an operation of any size blocks the event loop for only
 * a few milliseconds at a time. An operation waits for one turn at a time, however many of its fields are waiting, so that an operation
 * with many fields does not get more turns than one with few.
 */
export class OperationWork {
  /** Aborted when the operation is stopped or its searches must end. Searches listen to it. */
  readonly #abort = new AbortController();
  #reason: StopReason | null = null;
  #cost = 0;
  #costOfTurn = 0;
  #waiting: Waiting[] = [];
  /** Rejects the reads of the store that are under way. */
  readonly #reads = new Set<(error: StoppedError) => void>();
  #turnAsked = false;
  #deadline: NodeJS.Timeout | undefined;

  /** @param limits the limits of this operation */
  constructor(readonly limits: { readonly [Name in keyof typeof LIMITS]: number } = LIMITS) {}

  /** Why the operation was stopped; null if it was not. */
  get stopped(): StopReason | null {
    return this.#reason;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** The cost charged so far, in fields. */
  get cost(): number {
    return this.#cost;
  }

  /** Starts the clock of the operation. */
  begin(): void {
    this.#deadline = setTimeout(() => this.stop("DEADLINE"), this.limits.milliseconds).unref();
  }

  /** Stops the clock. */
  end(): void {
    clearTimeout(this.#deadline);
  }

  /** Ends all current and future searches of the operation. They return what they have found, and the operation continues. */
  endSearches(): void {
    this.#abort.abort();
  }

  /** Stops the operation. Nothing more is resolved, and fields that wait for their turn fail. Only the first reason counts. */
  stop(reason: StopReason): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    clearTimeout(this.#deadline);
    this.#abort.abort();
    const error = new StoppedError();
    for (const { fail } of this.#waiting.splice(0)) fail(error);
    for (const fail of this.#reads) fail(error);
  }

  /**
   * Reads the store, and waits no longer than the operation may take, because a read may never end.
   * @throws StoppedError as soon as the operation is stopped; if it was stopped before, the store is not asked
   */
  async read<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#reason !== null) throw new StoppedError();
    let giveUp: (error: StoppedError) => void;
    const stopped = new Promise<never>((_, reject) => this.#reads.add((giveUp = reject)));
    try {
      return await Promise.race([ask(), stopped]);
    } finally {
      this.#reads.delete(giveUp!);
    }
  }

  /**
   * Charges for work before it is done.
   * @param cost in fields
   * @returns false if the operation is stopped, now or earlier; the work must then not be done
   */
  charge(cost: number): boolean {
    this.#cost += cost;
    if (this.#cost > this.limits.cost) this.stop("COST");
    return this.#reason === null;
  }

  /**
   * Waits until work that was charged may be done.
   * @param cost in fields
   * @returns null if there is room in the current turn; otherwise a promise that resolves in a later turn, or rejects with a `StoppedError`
   *   if the operation is stopped before that
   */
  turn(cost: number): Promise<void> | null {
    if (this.#costOfTurn + cost <= FIELDS_A_TURN) {
      this.#costOfTurn += cost;
      return null;
    }
    return this.nextTurn(cost);
  }

  /** Waits for a later turn, even if this one has room for the cost. */
  nextTurn(cost: number): Promise<void> {
    this.#askForTurn();
    return new Promise((go, fail) => this.#waiting.push({ cost, go, fail }));
  }

  /** Like `turn`, for work that may take milliseconds: if the event loop has been blocked for long, it gets its own turn. */
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
