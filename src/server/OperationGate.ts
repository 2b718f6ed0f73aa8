import type { HttpLimits } from "./HTTP_LIMITS.js";

type GateLimits = Pick<
  HttpLimits,
  | "running"
  | "inHand"
  | "waiting"
  | "waitMilliseconds"
  | "rushRunning"
  | "rushWaiting"
  | "rushWaitMilliseconds"
  | "longMilliseconds"
>;

/** A place before or behind the gate. */
interface Ticket {
  /** When it came. */
  readonly asked: number;
  /** When it was let in; null before and after. */
  since: number | null;
  /** Whether it waits for the store, and so leaves the processor to others. */
  atStore: boolean;
  decide: (admitted: boolean) => void;
}

/** What an operation has of the gate. */
export interface Place {
  readonly admitted: Promise<boolean>;
  readonly atStore: (waits: boolean) => void;
  readonly leave: () => void;
}

/**
 * Lets in so many operations at once, has some wait for a short time, first come first served, and refuses the rest at once: an answer
 * that comes too late helps nobody, and the work for it makes every other one late. One that waits for a store elsewhere takes no place
 * meanwhile, up to a bound: it is the store that says when it has too much to do.
 *
 * In a rush few are let in at once, for all share one processor and each makes the others later. Those that have run for long do not
 * count then: they do their work in slices between the others, which must not wait for them to end.
 */
export class OperationGate {
  readonly #running = new Set<Ticket>();
  readonly #waiting = new Set<Ticket>();
  #atStore = 0;

  /** @param isRush whether requests come faster than they are answered */
  constructor(
    private readonly limits: GateLimits,
    private readonly isRush: () => boolean = () => false,
  ) {}

  get running(): number {
    return this.#running.size;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Whether an operation that comes now would be refused at once. */
  get isFull(): boolean {
    return this.#waiting.size >= (this.isRush() ? this.limits.rushWaiting : this.limits.waiting) && !this.#hasRoom();
  }

  /** Whether an operation that comes now would be let in at once. */
  get isOpen(): boolean {
    return this.#waiting.size === 0 && this.#hasRoom();
  }

  /**
   * Asks to be let in.
   * @returns `admitted` tells whether the operation may begin; `atStore` notes whether it waits for the store; `leave` gives its place free,
   *   and may be called at any time and repeatedly
   */
  enter(): Place {
    const ticket: Ticket = { asked: performance.now(), since: null, atStore: false, decide: () => {} };
    const admitted = new Promise<boolean>((resolve) => (ticket.decide = resolve));
    if (this.isOpen) this.#admit(ticket);
    else if (this.isFull) ticket.decide(false);
    else {
      this.#waiting.add(ticket);
      const wait = this.isRush() ? this.limits.rushWaitMilliseconds : this.limits.waitMilliseconds;
      const timer = setTimeout(() => this.#leave(ticket), wait).unref();
      void admitted.then(() => clearTimeout(timer));
    }
    return { admitted, atStore: (waits) => this.#note(ticket, waits), leave: () => this.#leave(ticket) };
  }

  #hasRoom(): boolean {
    if (this.#running.size >= this.limits.inHand) return false;
    const atWork = this.#running.size - this.#atStore;
    if (atWork >= this.limits.running) return false;
    if (atWork < this.limits.rushRunning || !this.isRush()) return true;
    const young = performance.now() - this.limits.longMilliseconds;
    let count = 0;
    for (const { since, atStore } of this.#running) if (!atStore && since! > young) count++;
    return count < this.limits.rushRunning;
  }

  #admit(ticket: Ticket): void {
    this.#running.add(ticket);
    ticket.since = performance.now();
    ticket.decide(true);
  }

  #leave(ticket: Ticket): void {
    this.#waiting.delete(ticket);
    ticket.decide(false);
    this.#note(ticket, false);
    if (this.#running.delete(ticket)) this.#admitWaiting();
  }

  #note(ticket: Ticket, waits: boolean): void {
    if (ticket.atStore === waits || !this.#running.has(ticket)) return;
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

  /** Refuses what came before the rush began and has waited for longer than is waited in one. */
  #refuseOld(): void {
    const oldest = performance.now() - this.limits.rushWaitMilliseconds;
    for (const ticket of this.#waiting) {
      if (ticket.asked > oldest) break;
      this.#waiting.delete(ticket);
      ticket.decide(false);
    }
  }
}
