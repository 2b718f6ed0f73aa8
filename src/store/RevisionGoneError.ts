import { StoreUnavailableError } from "./StoreUnavailableError.js";

/** The store answers, but does not hold the revision that a reader is pinned to: the active revision is to be read anew. */
export class RevisionGoneError extends StoreUnavailableError {}
