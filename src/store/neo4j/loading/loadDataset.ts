import neo4j from "neo4j-driver";
import type { Dataset } from "../../../dataset/Dataset.js";
import { ENTITY_PREFIXES } from "../../../model/EntityId.js";
import type { RelationKind } from "../../../model/RelationKind.js";
import { entitiesByPrefix } from "../../entitiesByPrefix.js";
import { skillCategories } from "../../skillCategories.js";
import { datasetRevision, storedRevision } from "../dataModel.js";
import type { Neo4jAddress } from "../Neo4jAddress.js";
import { statement } from "../statement.js";
import { checkGeneration } from "./checkGeneration.js";
import { dropGeneration, generations, isDroppable } from "./dropGenerations.js";
import { type Fingerprints, fingerprintsOf } from "./fingerprints.js";
import { entityRows, relationshipCounts, relationshipRows } from "./graphRows.js";
import { LoadError } from "./LoadError.js";
import { LoadLock } from "./LoadLock.js";
import { LoadSession } from "./LoadSession.js";
import { type Change, summarizeLoad } from "./summarizeLoad.js";

const SCHEMA = [
  ...["active-key", "load-lock-key", "dataset-key", "entity-key"],
  ...["entity-order", "role-seniority", "role-title", "skill-category", "ready"],
].map((name) => statement(`schema/${name}`));
const ENSURE_LOCK = statement("load/ensure-lock");
const BEGIN_GENERATION = statement("load/begin-generation");
const WRITE_ENTITIES = statement("load/entities");

const WRITE_RELATIONSHIPS: Readonly<Record<RelationKind, string>> = {
  LEADS_TO: statement("load/leads-to"),
  REQUIRES: statement("load/requires"),
  ASKS_FOR: statement("load/asks-for"),
  ON_TRACK: statement("load/on-track"),
  CLOSE_MATCH: statement("load/close-match"),
  CERTIFIES: statement("load/certifies"),
  BUILDS_ON: statement("load/builds-on"),
  PART_OF: statement("load/part-of"),
  DEVELOPS: statement("load/develops"),
  CALLS_FOR: statement("load/calls-for"),
  EMPLOYS: statement("load/employs"),
  ABOUT: statement("load/about"),
  CITES: statement("load/cites"),
};

/** Rows a transaction at most: more would not fit in the memory that Neo4j grants by default. */
const BATCH = 10_000;

export interface LoadOptions {
  /** Milliseconds that readers of a replaced generation are given before it may be dropped; longer than any request lasts. */
  readonly grace?: number;
  /** Milliseconds to wait while another loader is at work. */
  readonly patience?: number;
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface LoadProgress {
  /** What is being done, for a person. */
  readonly step: string;
  /** Rows written and to write, over the whole load; both 0 while nothing is counted. */
  readonly done: number;
  readonly total: number;
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
 * goes on from what it wrote or drops it. Memory on both sides is bounded by a batch; the dataset itself is held by the caller.
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
  if (active?.revision === stored) {
    return { revision, outcome: "ALREADY_ACTIVE", replaced: revision, changes: [], dropped: [] };
  }
  say("Comparing with the active revision");
  const fingerprints = fingerprintsOf(dataset);
  const changes = await summarizeLoad(load, fingerprints, active?.revision ?? null);

  const dropped: string[] = [];
  for (const generation of found) {
    const same = generation.revision === stored;
    // What is to be written is kept as far as it goes, unless a killed loader was about to drop it.
    if (same ? generation.state !== "DROPPING" : !isDroppable(generation, grace)) continue;
    say(`Dropping revision ${datasetRevision(generation.revision)}`);
    await dropGeneration(load, lock, generation, grace);
    if (!same) dropped.push(datasetRevision(generation.revision));
  }
  const counts = relationshipCounts(dataset);
  const whole = found.some((generation) => generation.revision === stored && generation.state === "READY");
  if (!whole) await writeGeneration(dataset, fingerprints, load, lock, counts, onProgress);
  say("Checking what was written");
  await checkGeneration(load, dataset, counts);
  await lock.flip(stored);
  const replaced = active === null ? null : datasetRevision(active.revision);
  return { revision, outcome: whole ? "REACTIVATED" : "LOADED", replaced, changes, dropped };
}

async function writeGeneration(
  dataset: Dataset,
  fingerprints: Fingerprints,
  load: LoadSession,
  lock: LoadLock,
  counts: ReadonlyMap<string, number>,
  onProgress: (progress: LoadProgress) => void,
): Promise<void> {
  const { name, version, attributions } = dataset;
  const revision = storedRevision(dataset.revision);
  const entities = entitiesByPrefix(dataset);
  const properties = {
    id: "dataset",
    name,
    version,
    attributions,
    skillCategories: skillCategories(dataset.skills),
    ordinal: neo4j.int(0),
    prefixes: ENTITY_PREFIXES,
    prefixCounts: ENTITY_PREFIXES.map((prefix) => neo4j.int(entities[prefix].length)),
  };
  await load.write(BEGIN_GENERATION, { revision, properties });
  const entityCount = ENTITY_PREFIXES.reduce((sum, prefix) => sum + entities[prefix].length, 0);
  const total = [...counts.values()].reduce((sum, each) => sum + each, entityCount);
  let done = 0;
  const writeAll = async (step: string, text: string, all: Iterable<unknown>): Promise<void> => {
    for (const rows of batches(all)) {
      onProgress({ step, done, total });
      await lock.assertHeld();
      const [row] = await load.write(text, { revision, rows });
      if (row?.["written"] !== rows.length) {
        const message = `${step}: ${rows.length - (row?.["written"] as number)} of ${rows.length} rows name an id that the dataset does not hold.`;
        throw new LoadError(`${message} Validate the dataset.`);
      }
      done += rows.length;
    }
  };
  await writeAll("Writing nodes", WRITE_ENTITIES, entityRows(dataset, fingerprints));
  for (const [type, rows] of Object.entries(relationshipRows(dataset, fingerprints))) {
    await writeAll(`Writing ${type}`, WRITE_RELATIONSHIPS[type as RelationKind], rows());
  }
  onProgress({ step: "Written", done, total });
}

function* batches<T>(rows: Iterable<T>): Iterable<readonly T[]> {
  let batch: T[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
