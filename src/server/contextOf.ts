import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import type { Place } from "./OperationGate.js";

/**
 * Who is to be told when an operation begins and ends to wait for the store; undefined where nobody is, for the embedded store works in
 * this process.
 */
export function waitsElsewhere({ store }: SnapshotHolder, place: Place | null): Place["atStore"] | undefined {
  return store.kind === "EMBEDDED" ? undefined : place?.atStore;
}
