import type { SearchBudget } from "../paths/pace/SearchClock.js";
import type { Snapshot } from "../snapshot/Snapshot.js";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";
import { SEARCH_COST, SEARCHING } from "./limits/LIMITS.js";
import { OperationWork, StoppedError } from "./limits/OperationWork.js";
import { type ListLengths, longestLists } from "./limits/longestLists.js";
import { Loaders } from "./Loaders.js";
import { StoreRounds } from "./StoreRounds.js";

/** Number of unknown references in one request that get near misses. The errors of further ones only say how to search. */
const MOST_NEAR_MISSES = 20;

/** What a request has used so far. */
interface Spent {
  /** Deadline of all searches of the request, by `performance.now`; null before the first search. */
  searchDeadline: number | null;
  /** Number of references that got near misses. */
  nearMisses: number;
  /** Whether a search used up its budget, for example its time. */
  byBudget: boolean;
  /** Whether the answer contains data that may change within a revision. */
  mayChange: boolean;
}

/**
 * What the resolvers of one request share: one snapshot, so that no answer mixes two revisions, the batched reads, and the remaining budget.
 * Apollo Server copies a context property by property. So it must not have `#private` fields, and its state is in an object that the
 * copies share.
 */
export class Context {
  private heldLoaders: Loaders | null = null;
  private readonly rounds: StoreRounds;
  private readonly spent: Spent = { searchDeadline: null, nearMisses: 0, byBudget: false, mayChange: false };

  /**
   * @param held null before the first successful read of the store; anything that needs it then fails with STORE_UNAVAILABLE
   * @param work counts and limits the work of the operation
   * @param onWait called when the request begins to wait for the store, and when it continues
   * @param problem why the last check of the store failed; null if it succeeded
   */
  constructor(
    private readonly held: Snapshot | null,
    readonly work: OperationWork = new OperationWork(),
    onWait: (waits: boolean) => void = () => {},
    private readonly problem: () => Error | null = () => null,
  ) {
    this.rounds = new StoreRounds(work, onWait);
  }

  /** @throws StoreUnavailableError before the first successful read of the store */
  get snapshot(): Snapshot {
    if (this.held === null) throw new StoreUnavailableError("The store has not been read since the service started.");
    return this.held;
  }

  /** The lengths of the longest lists in the data, as far as they are known without a read from the store. */
  get listLengths(): ListLengths {
    return this.held === null ? {} : longestLists(this.held.network);
  }

  get loaders(): Loaders {
    this.heldLoaders ??= new Loaders(this.snapshot, this.rounds, this.problem);
    return this.heldLoaders;
  }

  /** How often the request has waited for the store. Reads from memory do not count. */
  get storeRounds(): number {
    return this.rounds.count;
  }

  /** The revision for which the answer may be cached; null if the same request may get another answer in this revision. */
  get repeatableIn(): string | null {
    return this.spent.byBudget || this.spent.mayChange ? null : (this.held?.revision ?? null);
  }

  /** The budget of the next path search. All searches of a request share one deadline, and each counts as a search. */
  searchBudget(): SearchBudget {
    this.work.charge(SEARCH_COST);
    this.spent.searchDeadline ??= performance.now() + SEARCHING;
    return { milliseconds: Math.max(0, this.spent.searchDeadline - performance.now()), signal: this.work.signal };
  }

  /** Whether a search of the request used up its budget. */
  get endedByBudget(): boolean {
    return this.spent.byBudget;
  }

  /** Records that a search used up its budget, so that the same request may get another answer. */
  limitReached(): void {
    this.spent.byBudget = true;
  }

  /** Records that the answer contains data that may change within a revision, such as the time of loading. */
  mayChange(): void {
    this.spent.mayChange = true;
  }

  /**
   * Runs a search that takes milliseconds and cannot be interrupted, such as a search over names, in a turn of the event loop that has time
   * for it. It counts as a search.
   * @param cost in fields, for a search that takes longer than most
   * @throws StoppedError if the operation has reached a limit
   */
  async shortSearch<T>(search: () => T, cost = SEARCH_COST): Promise<T> {
    if (!this.work.charge(cost)) throw new StoppedError();
    return this.inTurn(search);
  }

  /**
   * Runs a function that takes milliseconds and cannot be interrupted in a turn of the event loop that has time for it.
   * @throws StoppedError if the operation is stopped meanwhile
   */
  async inTurn<T>(search: () => T | Promise<T>): Promise<T> {
    const turn = this.work.turnOfSearch(SEARCH_COST);
    // If the turn has time, the function runs before this returns, so that the next caller sees the time that it took.
    if (turn !== null) await turn;
    return search();
  }

  /** Runs a search for near misses of an unknown reference; null if the request has had its maximum number of them. */
  async nearMisses<T>(search: () => T): Promise<T | null> {
    if (this.spent.nearMisses >= MOST_NEAR_MISSES) return null;
    this.spent.nearMisses++;
    return this.shortSearch(search);
  }
}
