import { StoreUnavailableError } from "./StoreUnavailableError.js";

/** The store answers, but is so busy that a read got no turn in time. Retry a little later. */
export class StoreBusyError extends StoreUnavailableError {}
