import { Context } from "../graphql/Context.js";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import type { Place } from "./OperationGate.js";

/** The context of an operation that begins now. @param place its place at the gate, which does not count while the operation waits for Neo4j */
export function contextOf(holder: SnapshotHolder, place: Place | null): Context {
  // The embedded store runs in this process, so an operation that waits for it still uses the processor.
  const onWait = holder.store.kind === "EMBEDDED" ? undefined : place?.atStore;
  return new Context(holder.current, undefined, onWait, () => holder.problem);
}
