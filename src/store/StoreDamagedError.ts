import { StoreUnavailableError } from "./StoreUnavailableError.js";

/**
 * The store holds the revision that a reader is pinned to, but not the whole of it: something was deleted or changed by hand, or a disk
 * lost it. Nothing is answered from it, for the answer could be wrong; whoever runs the service loads the dataset again.
 */
export class StoreDamagedError extends StoreUnavailableError {}
