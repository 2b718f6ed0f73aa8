import { StoreUnavailableError } from "./StoreUnavailableError.js";

/** The store answers, but does not have the revision that a reader is pinned to. Read the active revision again. */
export class RevisionGoneError extends StoreUnavailableError {}
