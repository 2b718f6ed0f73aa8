import type { SearchBudget } from "../paths/pace/SearchClock.js";
import type { Snapshot } from "../snapshot/Snapshot.js";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";
import { Loaders } from "./Loaders.js";

/** Milliseconds that the searches of one request may take together, and that near misses may be looked for. */
const SEARCHING = 10_000;
const SUGGESTING = 100;

/** What is used up in the course of a request. */
interface Spent {
  /** When the searches of the request must have ended, by `performance.now`; null before the first. */
  searchDeadline: number | null;
  /** Milliseconds that looking for near misses took. */
  suggesting: number;
  /** Whether a search ended by its budget, which may have been its time. */
  byBudget: boolean;
}

/**
 * What the resolvers of one request share: one snapshot, so that no answer mixes two revisions, its batched reads, and what
 * the request may still spend. Apollo Server copies a context property by property: nothing here may be a `#private` field,
 * and what changes stands in an object that the copies share.
 */
export class Context {
  private heldLoaders: Loaders | null = null;
  private readonly spent: Spent = { searchDeadline: null, suggesting: 0, byBudget: false };

  /** @param held null before the store could first be read; whatever needs it then fails with STORE_UNAVAILABLE */
  constructor(private readonly held: Snapshot | null) {}

  /** @throws StoreUnavailableError before the store could first be read */
  get snapshot(): Snapshot {
    if (this.held === null) throw new StoreUnavailableError("The store has not been read since the service started.");
    return this.held;
  }

  get loaders(): Loaders {
    this.heldLoaders ??= new Loaders(this.snapshot.reader);
    return this.heldLoaders;
  }

  /** The revision under which the answer may be kept for the same request; null where it may come out otherwise again. */
  get repeatableIn(): string | null {
    return this.spent.byBudget ? null : (this.held?.revision ?? null);
  }

  /** What the next search may spend: all searches of a request share one deadline. */
  searchBudget(): SearchBudget {
    this.spent.searchDeadline ??= performance.now() + SEARCHING;
    return { milliseconds: Math.max(0, this.spent.searchDeadline - performance.now()) };
  }

  /** Notes that an answer need not come out the same again: a search used up its budget, or it tells of the store's state. */
  notRepeatable(): void {
    this.spent.byBudget = true;
  }

  /** Looks something up that may look for near misses, and tells it whether the request may still spend time on them. */
  suggesting<T>(lookUp: (maySuggest: boolean) => T): T {
    const begun = performance.now();
    const found = lookUp(this.spent.suggesting < SUGGESTING);
    this.spent.suggesting += performance.now() - begun;
    return found;
  }
}
