import type { Dataset } from "../../../dataset/Dataset.js";
import { datasetRevision, storedRevision } from "../dataModel.js";
import type { Neo4jAddress } from "../Neo4jAddress.js";
import { statement } from "../statement.js";
import { checkGeneration } from "./checkGeneration.js";
import { dropGeneration, generations, isDroppable } from "./dropGenerations.js";
import { factsOfRoles } from "./factsOfRoles.js";
import { fingerprintsOf } from "./fingerprints.js";
import { LoadLock } from "./LoadLock.js";
import { LoadSession } from "./LoadSession.js";
import { relationshipsOf } from "./Relationships.js";
import { type Change, summarizeLoad } from "./summarizeLoad.js";
import { type LoadProgress, writeGeneration } from "./writeGeneration.js";

const SCHEMA = [
  ...["active-key", "load-lock-key", "dataset-key", "entity-key"],
  ...["entity-order", "role-seniority", "role-title", "skill-category", "ready"],
].map((name) => statement(`schema/${name}`));
const ENSURE_LOCK = statement("load/ensure-lock");

export interface LoadOptions {
  /** Milliseconds that readers of a replaced generation are given before it may be dropped; longer than any request lasts. */
  readonly grace?: number;
  /** Milliseconds to wait while another loader is at work. */
  readonly patience?: number;
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface LoadSummary {
  readonly revision: string;
  /** ALREADY_ACTIVE: nothing was changed. REACTIVATED: an earlier generation, still whole, was made active again. */
  readonly outcome: "LOADED" | "REACTIVATED" | "ALREADY_ACTIVE";
  /** The revision active before, the same where another data model held it; null where there was none. */
  readonly replaced: string | null;
  readonly changes: readonly Change[];
  /** Revisions that were dropped, for they were neither active nor of use to a reader. */
  readonly dropped: readonly string[];
}

/**
 * Loads a validated dataset as a new generation beside the active one and makes it active in one step, so that readers see the
 * old revision or the new one and never a part. A load that ends half-way leaves the active revision as it was; the next load
 * drops what it wrote. Neo4j holds a batch or two in memory; this process holds the dataset, and the facts to write beside it.
 * @throws LoadLockedError where another loader is at work for longer than `patience`
 * @throws LoadError where the written generation is not the dataset, or the lock was lost
 * @throws Neo4jUnavailableError where Neo4j cannot be reached
 */
export async function loadDataset(
  dataset: Dataset,
  address: Neo4jAddress,
  options: LoadOptions = {},
): Promise<LoadSummary> {
  const { grace = 60_000, patience = 600_000, onProgress = () => {} } = options;
  const say = (step: string): void => onProgress({ step, done: 0, total: 0 });
  const load = new LoadSession(address);
  try {
    say("Preparing constraints and indexes");
    for (const text of SCHEMA) await load.run(text);
    await load.write(ENSURE_LOCK);
    const lock = await LoadLock.take(load, patience, () => say("Waiting for another load to end"));
    try {
      return await loadUnderLock(dataset, load, lock, grace, onProgress);
    } finally {
      await lock.release();
    }
  } finally {
    await load.close();
  }
}

async function loadUnderLock(
  dataset: Dataset,
  load: LoadSession,
  lock: LoadLock,
  grace: number,
  onProgress: (progress: LoadProgress) => void,
): Promise<LoadSummary> {
  const say = (step: string): void => onProgress({ step, done: 0, total: 0 });
  const { revision } = dataset;
  const stored = storedRevision(revision);
  const found = await generations(load);
  const active = found.find((generation) => generation.active) ?? null;
  if (active?.revision === stored && active.state === "READY") {
    return { revision, outcome: "ALREADY_ACTIVE", replaced: revision, changes: [], dropped: [] };
  }
  say("Comparing with the active revision");
  const facts = factsOfRoles(dataset);
  const fingerprintOf = fingerprintsOf(dataset, facts);
  const changes = await summarizeLoad(load, dataset, fingerprintOf, active?.revision ?? null);

  const whole = found.some((generation) => generation.revision === stored && generation.state === "READY");
  const dropped: string[] = [];
  for (const generation of found) {
    const same = generation.revision === stored;
    if ((same && whole) || !isDroppable(generation, grace)) continue;
    say(`Dropping revision ${datasetRevision(generation.revision)}`);
    await dropGeneration(load, lock, generation, grace);
    if (!same) dropped.push(datasetRevision(generation.revision));
  }
  const relationships = relationshipsOf(dataset, fingerprintOf);
  if (!whole) await writeGeneration(dataset, facts, fingerprintOf, relationships, load, lock, onProgress);
  say("Checking what was written");
  await checkGeneration(load, dataset, relationships);
  await lock.flip(stored);
  const replaced = active === null ? null : datasetRevision(active.revision);
  return { revision, outcome: whole ? "REACTIVATED" : "LOADED", replaced, changes, dropped };
}
