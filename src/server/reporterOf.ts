import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { RevisionGoneError } from "../store/RevisionGoneError.js";
import { StoreDamagedError } from "../store/StoreDamagedError.js";
import type { FailureLog } from "./FailureLog.js";

/**
 * Makes a function that logs an internal error. If the error says that the revision in use is gone or damaged, the function also checks the
 * store at once: the next scheduled check may be half a minute away, and until then every request that reads the store would fail.
 */
export function reporterOf(holder: SnapshotHolder, failures: FailureLog): (error: unknown) => void {
  return (error) => {
    failures.note(error);
    if (error instanceof RevisionGoneError || error instanceof StoreDamagedError) {
      holder.check().catch(() => {}); // The holder remembers the problem.
    }
  };
}
