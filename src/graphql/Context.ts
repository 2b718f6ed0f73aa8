import type { SearchBudget } from "../paths/pace/SearchClock.js";
import type { Snapshot } from "../snapshot/Snapshot.js";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";
import { SEARCH_COST, SEARCHING } from "./limits/LIMITS.js";
import { OperationWork, StoppedError } from "./limits/OperationWork.js";
import { type ListLengths, longestLists } from "./limits/longestLists.js";
import { Loaders } from "./Loaders.js";
import { StoreRounds } from "./StoreRounds.js";

/** References of one request for which near misses are looked for. Whoever gets more wrong is told how to search. */
const MOST_NEAR_MISSES = 20;

/** What is used up in the course of a request. */
interface Spent {
  /** When the searches of the request must have ended, by `performance.now`; null before the first. */
  searchDeadline: number | null;
  /** References for which near misses were looked for. */
  nearMisses: number;
  /** Whether a search ended by its budget, which may have been its time. */
  byBudget: boolean;
  /** Whether the answer contains data that may change within a revision. */
  mayChange: boolean;
}

/**
 * What the resolvers of one request share: one snapshot, so that no answer mixes two revisions, its batched reads, and what
 * the request may still spend. Apollo Server copies a context property by property: nothing here may be a `#private` field,
 * and what changes is in an object that the copies share.
 */
export class Context {
  private heldLoaders: Loaders | null = null;
  private readonly rounds: StoreRounds;
  private readonly spent: Spent = { searchDeadline: null, nearMisses: 0, byBudget: false, mayChange: false };

  /**
   * @param held null before the store could first be read; whatever needs it then fails with STORE_UNAVAILABLE
   * @param work counts and bounds what the operation does
   * @param onWait called when the request begins to wait for the store, and when it continues
   * @param problem why the store could not be read when it was last looked at; null if it could
   */
  constructor(
    private readonly held: Snapshot | null,
    readonly work: OperationWork = new OperationWork(),
    onWait: (waits: boolean) => void = () => {},
    private readonly problem: () => Error | null = () => null,
  ) {
    this.rounds = new StoreRounds(onWait);
  }

  /** @throws StoreUnavailableError before the store could first be read */
  get snapshot(): Snapshot {
    if (this.held === null) throw new StoreUnavailableError("The store has not been read since the service started.");
    return this.held;
  }

  /** The longest lists that the data holds, as far as that is known without asking the store. */
  get listLengths(): ListLengths {
    return this.held === null ? {} : longestLists(this.held.network);
  }

  get loaders(): Loaders {
    this.heldLoaders ??= new Loaders(this.snapshot, this.rounds, this.problem);
    return this.heldLoaders;
  }

  /** How often the request has waited for the store; what is in memory takes none. */
  get storeRounds(): number {
    return this.rounds.count;
  }

  /** The revision under which the answer may be kept for the same request; null if it may come out otherwise again. */
  get repeatableIn(): string | null {
    return this.spent.byBudget || this.spent.mayChange ? null : (this.held?.revision ?? null);
  }

  /** What the next search for paths may spend: all those of a request share one deadline, and each counts as a search. */
  searchBudget(): SearchBudget {
    this.work.charge(SEARCH_COST);
    this.spent.searchDeadline ??= performance.now() + SEARCHING;
    return { milliseconds: Math.max(0, this.spent.searchDeadline - performance.now()), signal: this.work.signal };
  }

  /** Whether a search of the request used up its budget. */
  get endedByBudget(): boolean {
    return this.spent.byBudget;
  }

  /** Notes that a search used up its budget: the answer need not come out the same again. */
  limitReached(): void {
    this.spent.byBudget = true;
  }

  /** Notes that the answer contains data that may change within a revision, such as the time of loading. */
  mayChange(): void {
    this.spent.mayChange = true;
  }

  /**
   * Does a search that takes milliseconds and cannot be interrupted, such as one over names, in a turn of the event loop that has
   * room for it. It counts as a search.
   * @param cost in fields, where it takes longer than most
   * @throws StoppedError where the operation may do no more
   */
  async shortSearch<T>(search: () => T, cost = SEARCH_COST): Promise<T> {
    if (!this.work.charge(cost)) throw new StoppedError();
    return this.inTurn(search);
  }

  /**
   * Does what takes milliseconds and cannot be interrupted in a turn of the event loop that has room for it.
   * @throws StoppedError where the operation is stopped meanwhile
   */
  async inTurn<T>(search: () => T | Promise<T>): Promise<T> {
    const turn = this.work.turnOfSearch(SEARCH_COST);
    // Where there is room it is done before this returns: whatever asks for its turn next must see the time that it took.
    if (turn !== null) await turn;
    return search();
  }

  /** The same for a search for near misses of a bad reference; null if the request had as many as it may. */
  async nearMisses<T>(search: () => T): Promise<T | null> {
    if (this.spent.nearMisses >= MOST_NEAR_MISSES) return null;
    this.spent.nearMisses++;
    return this.shortSearch(search);
  }
}
