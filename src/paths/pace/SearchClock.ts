import { pace } from "./Pace.js";

/** How much work a search may do before it ends with what it has. */
export interface SearchBudget {
  /** Labels expanded; this bound makes a search end at the same place every time. */
  readonly expansions?: number;
  /** A guard against slow machines: where it ends a search, another run may end elsewhere. */
  readonly milliseconds?: number;
  /** Once aborted, the search ends where it next lets others run. */
  readonly signal?: AbortSignal;
}

/** Expansions of a search by steps or by years, and of one by skills, whose labels take far longer to expand. */
export const EXPANSIONS = 300_000;
export const LEARNING_EXPANSIONS = 40_000;
const DEFAULT_MILLISECONDS = 5_000;
const COMPARISONS_AN_EXPANSION = 256;
/** Steps looked at between two looks at the clock; they take well under a millisecond. */
const STEPS_BETWEEN_LOOKS = 512;

/** Counts the work of one request against its budget and says when to let others run. One clock serves all searches of a request. */
export class SearchClock {
  private expansionsLeft: number;
  private readonly deadline: number;
  private readonly signal: AbortSignal | undefined;
  private stepsSinceLook = 0;
  private comparisons = 0;
  private ended = false;
  /** Searches before this one may have used up the turn. */
  private tired = pace.due();

  /** @param usual the expansions that are allowed where the budget does not say */
  constructor(budget: SearchBudget = {}, usual = EXPANSIONS) {
    this.expansionsLeft = budget.expansions ?? usual;
    this.signal = budget.signal;
    this.deadline = performance.now() + (budget.milliseconds ?? DEFAULT_MILLISECONDS);
  }

  /** Whether the budget is used up; the search must then end. */
  get exhausted(): boolean {
    return this.ended;
  }

  /** Whether the search must await `rest` now. */
  get restDue(): boolean {
    return this.tired;
  }

  /**
   * Counts one expansion that looks at some steps.
   * @returns false if the budget did not allow it
   */
  spend(steps: number): boolean {
    if (this.expansionsLeft <= 0) this.ended = true;
    if (this.ended) return false;
    this.expansionsLeft--;
    this.pass(steps);
    return !this.ended;
  }

  /** Counts comparisons of labels, which take over where states hold many: so many of them are worth one expansion. */
  charge(comparisons: number): void {
    this.comparisons += comparisons;
    this.expansionsLeft -= Math.floor(this.comparisons / COMPARISONS_AN_EXPANSION);
    this.comparisons %= COMPARISONS_AN_EXPANSION;
    this.pass(comparisons);
  }

  /** Ends the search before its budget does, where it cannot go on to prove anything. */
  giveUp(): void {
    this.ended = true;
  }

  /** Counts steps looked at that the budget does not bound. */
  pass(steps: number): void {
    this.stepsSinceLook += steps + 1;
    if (this.stepsSinceLook < STEPS_BETWEEN_LOOKS) return;
    this.look();
    this.tired = pace.due();
  }

  /** Looks at once whether the time is up, or nobody waits for the answer any more. */
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
