import { setTimeout as sleep } from "node:timers/promises";
import neo4j from "neo4j-driver";
import { ENTITY_PREFIXES } from "../../../model/entityKinds.js";
import { NETWORK_PART, STORED_PREFIXES } from "../dataModel.js";
import { statement } from "../statement.js";
import type { StatementParameters } from "../StatementRunner.js";
import type { LoadLock } from "./LoadLock.js";
import type { LoadSession } from "./LoadSession.js";

const GENERATIONS = statement<Generation>("load/generations");
const BEGIN_DROP = statement("load/begin-drop");
const DROP_RELATIONSHIPS = statement<{ readonly last: number | null }>("load/drop-relationships");
const DROP_ENTITIES = statement<{ readonly dropped: number }>("load/drop-entities");
const END_DROP = statement("load/end-drop");

const BATCH = 10_000;
/** Parts of the network per transaction. Each is as large as many entities. */
const NETWORK_BATCH = 200;

/**
 * Milliseconds after which every statement that found the generation whole has ended; longer than the default deadline of statements. Streams
 * check again when they end.
 */
const LAST_READS = 3_000;

/** A generation in the database. */
export interface Generation {
  /** Its stored name. */
  readonly revision: string;
  readonly state: "LOADING" | "READY" | "DROPPING";
  readonly active: boolean;
  /** Milliseconds since another generation replaced it; null if none did. */
  readonly replacedFor: number | null;
}

export async function generations(load: LoadSession): Promise<readonly Generation[]> {
  return load.read(GENERATIONS);
}

/**
 * Whether a generation may be dropped: either it is not whole, so no reader uses it, or it was replaced longer ago than any request takes.
 * A load is never resumed after its process died, because only that process knows how the batches were cut.
 * @param grace milliseconds for which a replaced generation is kept for its readers
 */
export function isDroppable({ state, active, replacedFor }: Generation, grace: number): boolean {
  if (state !== "READY") return true;
  return !active && (replacedFor === null || replacedFor > grace);
}

/**
 * Drops a generation in batches, and completes a drop that was interrupted.
 * @param grace milliseconds for which a replaced generation is kept for its readers
 */
export async function dropGeneration(
  load: LoadSession,
  lock: LoadLock,
  { revision, state }: Generation,
  grace: number,
): Promise<void> {
  // Checked before each attempt, because another loader may have made the same revision active before a retry.
  const whileHeld = (): Promise<void> => lock.assertHeld();
  await load.write(BEGIN_DROP, { revision }, whileHeld);
  // A statement checks at its beginning whether the generation is whole. Statements that began earlier must not see it shrink.
  if (state === "READY") await sleep(Math.min(LAST_READS, grace));
  for (const prefix of ENTITY_PREFIXES) {
    for (let from: number | null = 0; from !== null;) {
      const parameters: StatementParameters = { revision, prefix, from: neo4j.int(from), limit: neo4j.int(BATCH) };
      const [row] = await load.write(DROP_RELATIONSHIPS, parameters, whileHeld);
      from = row?.last ?? null;
    }
  }
  for (const prefix of STORED_PREFIXES) {
    const limit = prefix === NETWORK_PART ? NETWORK_BATCH : BATCH;
    for (let dropped = limit; dropped === limit;) {
      const [row] = await load.write(DROP_ENTITIES, { revision, prefix, limit: neo4j.int(limit) }, whileHeld);
      dropped = row?.dropped ?? 0;
    }
  }
  await load.write(END_DROP, { revision }, whileHeld);
}
