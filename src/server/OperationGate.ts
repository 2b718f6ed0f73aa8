import type { HttpLimits } from "./HTTP_LIMITS.js";

type GateLimits = Pick<HttpLimits, "running" | "waiting" | "waitMilliseconds">;

/** A place before or behind the gate. */
interface Ticket {
  state: "WAITING" | "RUNNING" | "LEFT";
  decide: (admitted: boolean) => void;
}

/**
 * Lets in so many operations at once, has some wait for a short time, first come first served, and refuses the rest at once: an answer
 * that comes too late helps nobody, and the work for it makes every other one late.
 */
export class OperationGate {
  #running = 0;
  readonly #waiting = new Set<Ticket>();

  constructor(private readonly limits: GateLimits) {}

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Asks to be let in.
   * @returns `admitted` tells whether the operation may begin; `leave` gives its place free, and may be called at any time and repeatedly
   */
  enter(): { readonly admitted: Promise<boolean>; readonly leave: () => void } {
    const ticket: Ticket = { state: "WAITING", decide: () => {} };
    const admitted = new Promise<boolean>((resolve) => (ticket.decide = resolve));
    if (this.#running < this.limits.running) this.#admit(ticket);
    else if (this.#waiting.size < this.limits.waiting) {
      this.#waiting.add(ticket);
      const timer = setTimeout(() => this.#leave(ticket), this.limits.waitMilliseconds).unref();
      void admitted.then(() => clearTimeout(timer));
    } else this.#leave(ticket);
    return { admitted, leave: () => this.#leave(ticket) };
  }

  #admit(ticket: Ticket): void {
    this.#running++;
    ticket.state = "RUNNING";
    ticket.decide(true);
  }

  #leave(ticket: Ticket): void {
    const wasRunning = ticket.state === "RUNNING";
    ticket.state = "LEFT";
    ticket.decide(false);
    this.#waiting.delete(ticket);
    if (!wasRunning) return;
    this.#running--;
    const [next] = this.#waiting;
    if (next === undefined) return;
    this.#waiting.delete(next);
    this.#admit(next);
  }
}
