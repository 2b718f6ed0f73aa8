import { StoreUnavailableError } from "./StoreUnavailableError.js";

/** The store answers, but has so much to do that there was no turn for a read in time: trying again a little later helps. */
export class StoreBusyError extends StoreUnavailableError {}
