import { StoreUnavailableError } from "./StoreUnavailableError.js";

/**
 * The revision that a reader is pinned to is damaged: part of it was deleted or changed by hand, or lost by a disk. Nothing is answered from
 * it, because the answer could be wrong. The operator must load the dataset again.
 */
export class StoreDamagedError extends StoreUnavailableError {}
