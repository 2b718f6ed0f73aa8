import { pace } from "./Pace.js";

/** How much work a search may do before it must return what it has found. */
export interface SearchBudget {
  /** The maximum number of expanded labels. A search that ends by this bound gives the same answer every time. */
  readonly expansions?: number;
  /** A guard against slow machines. A search that ends by this bound may give another answer next time. */
  readonly milliseconds?: number;
  /** Once this is aborted, the search ends at its next check. */
  readonly signal?: AbortSignal;
}

/** The default budget of a search by steps or years. */
export const EXPANSIONS = 300_000;
/** The default budget of a search by skills. It is smaller because expanding such a label takes far longer. */
export const LEARNING_EXPANSIONS = 40_000;
/** A guard for slow machines: normally the expansions end a search first, and the answer does not depend on the speed. */
const DEFAULT_MILLISECONDS = 5_000;
/** So many comparisons of labels cost as much budget as one expansion. */
const COMPARISONS_AN_EXPANSION = 256;
/** Steps processed between two checks of the time; they take well under a millisecond. */
const STEPS_BETWEEN_LOOKS = 512;

/** Counts the work of one request against its budget and says when to yield. All searches of a request share one clock. */
export class SearchClock {
  private expansionsLeft: number;
  private readonly deadline: number;
  private readonly signal: AbortSignal | undefined;
  private stepsSinceLook = 0;
  private comparisons = 0;
  private ended = false;
  /** Earlier searches may have used up the slice of this turn. */
  private tired = pace.due();

  /** @param usual the number of expansions if the budget does not give one */
  constructor(budget: SearchBudget = {}, usual = EXPANSIONS) {
    this.expansionsLeft = budget.expansions ?? usual;
    this.signal = budget.signal;
    this.deadline = performance.now() + (budget.milliseconds ?? DEFAULT_MILLISECONDS);
  }

  /** Whether the search must end: the budget is used up, the request was aborted, or `giveUp` was called. */
  get exhausted(): boolean {
    return this.ended;
  }

  /** Whether the search must await `rest` now. */
  get restDue(): boolean {
    return this.tired;
  }

  /**
   * Counts one expansion that processes some steps.
   * @returns false if the search must end before this expansion
   */
  spend(steps: number): boolean {
    if (this.expansionsLeft <= 0) this.ended = true;
    if (this.ended) return false;
    this.expansionsLeft--;
    this.pass(steps);
    return !this.ended;
  }

  /** Counts comparisons of labels. They dominate the cost if states have many labels, so they count against the expansions. */
  charge(comparisons: number): void {
    this.comparisons += comparisons;
    this.expansionsLeft -= Math.floor(this.comparisons / COMPARISONS_AN_EXPANSION);
    this.comparisons %= COMPARISONS_AN_EXPANSION;
    this.pass(comparisons);
  }

  /** Ends a search that cannot prove anything more. */
  giveUp(): void {
    this.ended = true;
  }

  /** Counts processed steps that do not count against the expansions. */
  pass(steps: number): void {
    this.stepsSinceLook += steps + 1;
    if (this.stepsSinceLook < STEPS_BETWEEN_LOOKS) return;
    this.look();
    this.tired = pace.due();
  }

  /** Checks at once whether the time is up or the request was aborted. */
  look(): void {
    this.stepsSinceLook = 0;
    if (performance.now() > this.deadline || this.signal?.aborted === true) this.ended = true;
  }

  async rest(): Promise<void> {
    await pace.rest();
    this.tired = false;
    if (this.signal?.aborted === true) this.ended = true;
  }
}
