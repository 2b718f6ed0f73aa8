import { Context } from "../graphql/Context.js";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import type { Place } from "./OperationGate.js";

/** What an operation that begins now is answered from. @param place its place at the gate, which it leaves to others while it waits for Neo4j */
export function contextOf(holder: SnapshotHolder, place: Place | null): Context {
  // The embedded store works in this process: who waits for it leaves nobody the processor.
  const onWait = holder.store.kind === "EMBEDDED" ? undefined : place?.atStore;
  return new Context(holder.current, undefined, onWait, () => holder.problem);
}
