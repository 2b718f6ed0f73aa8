import type { HttpLimits } from "./HTTP_LIMITS.js";

type GateLimits = Pick<
  HttpLimits,
  | "inProgress"
  | "computing"
  | "waiting"
  | "waitMilliseconds"
  | "rushComputing"
  | "rushWaiting"
  | "rushWaitMilliseconds"
  | "longMilliseconds"
>;

/** What becomes of an operation at the gate: it may begin, it is refused, or it left while it waited, because its client disconnected. */
export type Decision = "BEGIN" | "REFUSED" | "LEFT";

/** An operation that waits at the gate or is in progress. */
interface Ticket {
  /** When it arrived, in milliseconds of `performance.now()`. */
  readonly arrived: number;
  /** When it was admitted; null before that. */
  since: number | null;
  /** Whether it waits for the store and so does not use the processor. */
  atStore: boolean;
  decide: (decision: Decision) => void;
}

/** The place of an operation at the gate. */
export interface Place {
  readonly decision: Promise<Decision>;
  readonly atStore: (waits: boolean) => void;
  readonly leave: () => void;
}

/**
 * Limits the number of operations in progress. Some more may wait for a short time, in order of arrival, and the rest are refused at once: an
 * answer that comes too late is useless, and the work for it delays all others. An operation that waits for a store in another process
 * does not count, up to a bound, because that store has its own limits.
 *
 * In a rush, only few operations are in progress at once, because they share one processor and delay each other. Operations that have run
 * for long do not count then: they run in slices between the others, which must not wait for them to end.
 */
export class OperationGate {
  readonly #inProgress = new Set<Ticket>();
  readonly #waiting = new Set<Ticket>();
  #atStore = 0;

  /** @param isRush whether requests arrive faster than they are answered */
  constructor(
    private readonly limits: GateLimits,
    private readonly isRush: () => boolean = () => false,
  ) {}

  get inProgress(): number {
    return this.#inProgress.size;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Whether a new operation would be refused at once. */
  get isFull(): boolean {
    return this.#waiting.size >= (this.isRush() ? this.limits.rushWaiting : this.limits.waiting) && !this.#hasRoom();
  }

  /** Whether a new operation would be admitted at once. */
  get isOpen(): boolean {
    return this.#waiting.size === 0 && this.#hasRoom();
  }

  /**
   * Requests a place for an operation.
   * @returns `atStore` records whether the operation waits for the store; `leave` frees its place, and may be called at any time and repeatedly
   */
  enter(): Place {
    const ticket: Ticket = { arrived: performance.now(), since: null, atStore: false, decide: () => {} };
    const decision = new Promise<Decision>((resolve) => (ticket.decide = resolve));
    if (this.isOpen) this.#admit(ticket);
    else if (this.isFull) ticket.decide("REFUSED");
    else {
      this.#waiting.add(ticket);
      const wait = this.isRush() ? this.limits.rushWaitMilliseconds : this.limits.waitMilliseconds;
      const timer = setTimeout(() => this.#leave(ticket, "REFUSED"), wait).unref();
      void decision.then(() => clearTimeout(timer));
    }
    return { decision, atStore: (waits) => this.#note(ticket, waits), leave: () => this.#leave(ticket, "LEFT") };
  }

  #hasRoom(): boolean {
    if (this.#inProgress.size >= this.limits.inProgress) return false;
    const computing = this.#inProgress.size - this.#atStore;
    if (computing >= this.limits.computing) return false;
    if (computing < this.limits.rushComputing || !this.isRush()) return true;
    const young = performance.now() - this.limits.longMilliseconds;
    let count = 0;
    for (const { since, atStore } of this.#inProgress) if (!atStore && since! > young) count++;
    return count < this.limits.rushComputing;
  }

  #admit(ticket: Ticket): void {
    this.#inProgress.add(ticket);
    ticket.since = performance.now();
    ticket.decide("BEGIN");
  }

  /** @param decision what becomes of it if it was waiting */
  #leave(ticket: Ticket, decision: Decision): void {
    this.#waiting.delete(ticket);
    ticket.decide(decision);
    this.#note(ticket, false);
    if (this.#inProgress.delete(ticket)) this.#admitWaiting();
  }

  #note(ticket: Ticket, waits: boolean): void {
    if (ticket.atStore === waits || !this.#inProgress.has(ticket)) return;
    ticket.atStore = waits;
    this.#atStore += waits ? 1 : -1;
    if (waits) this.#admitWaiting();
  }

  #admitWaiting(): void {
    if (this.isRush()) this.#refuseOld();
    while (this.#waiting.size > 0 && this.#hasRoom()) {
      const [next] = this.#waiting;
      this.#waiting.delete(next!);
      this.#admit(next!);
    }
  }

  /** Refuses operations that have waited for longer than a rush allows. */
  #refuseOld(): void {
    const oldest = performance.now() - this.limits.rushWaitMilliseconds;
    for (const ticket of this.#waiting) {
      if (ticket.arrived > oldest) break;
      this.#waiting.delete(ticket);
      ticket.decide("REFUSED");
    }
  }
}
