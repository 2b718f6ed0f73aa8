import type { Dataset } from "../../../dataset/Dataset.js";
import { datasetRevision, isStoredAs, storedRevision } from "../dataModel.js";
import type { Neo4jAddress } from "../Neo4jAddress.js";
import { statement } from "../statement.js";
import { checkGeneration, datasetProblems } from "./checkGeneration.js";
import { dropGeneration, type Generation, generations, isDroppable } from "./dropGenerations.js";
import { factsOfRoles } from "./factsOfRoles.js";
import { fingerprintsOf } from "./fingerprints.js";
import { LoadError } from "./LoadError.js";
import { LoadLock, PATIENCE } from "./LoadLock.js";
import type { LoadSession } from "./LoadSession.js";
import { withLoadSession } from "./withLoadSession.js";
import { relationshipsOf } from "./Relationships.js";
import { type Change, summarizeLoad } from "./summarizeLoad.js";
import { verifyGeneration } from "./verifyGeneration.js";
import { type LoadProgress, writeGeneration } from "./writeGeneration.js";

const SCHEMA = [
  "active-key",
  "load-lock-key",
  "dataset-key",
  "entity-key",
  // For people who explore the graph by hand; no statement of this program uses these.
  "role-id",
  "skill-id",
  "certification-id",
  "degree-id",
  "track-id",
  "employer-id",
  "activity-id",
  "phase-id",
  "trend-id",
  "sector-id",
  "question-id",
  "claim-id",
  "statement-id",
  "source-id",
  // For the statements of this program.
  "entity-order",
  "role-seniority",
  "role-title",
  "skill-category",
  "ready",
].map((name) => statement(`schema/${name}`));
const ENSURE_LOCK = statement("load/ensure-lock");

/** Milliseconds for which a replaced generation is kept for its readers; longer than any request takes. */
export const GRACE = 60_000;

export interface LoadOptions {
  /** Milliseconds before a replaced generation may be dropped, 60,000 by default; longer than any request takes. */
  readonly grace?: number;
  /** Milliseconds to wait while another load is running; 600,000 by default. */
  readonly patience?: number;
  /** Share of the active records that the load may remove, 0 to 1; 1 by default. */
  readonly mostRemoved?: number;
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface LoadSummary {
  readonly revision: string;
  /**
   * ALREADY_ACTIVE: the revision was active and whole, and nothing was changed. REACTIVATED: an earlier generation that is still whole was made
   * active again. REPAIRED: the revision was active but damaged, and a new copy has replaced it.
   */
  readonly outcome: "LOADED" | "REACTIVATED" | "ALREADY_ACTIVE" | "REPAIRED";
  /** Problems of the copies of the revision that the database had. */
  readonly damage: readonly string[];
  /** The revision that was active before; null if there was none. It may be the same revision in another data model. */
  readonly replaced: string | null;
  readonly changes: readonly Change[];
  /** Revisions that were dropped because they were not active and no reader could still use them. */
  readonly dropped: readonly string[];
}

/** What a load would do. */
export interface LoadPreview extends Omit<LoadSummary, "dropped"> {
  /** Records of the active revision, and how many of them the load would remove. */
  readonly records: number;
  readonly removed: number;
}

/**
 * Loads a validated dataset as a new generation beside the active one, and makes it active in one step. Readers see either the old
 * revision or the new one, never a mixture. A load that fails leaves the active revision unchanged; the next load drops what it wrote.
 * Neo4j holds one or two batches in memory, and this process holds the dataset.
 * @throws LoadLockedError if another load runs for longer than `patience`
 * @throws LoadError if the written generation differs from the dataset, the lock was lost, or the load would remove too many records
 * @throws Neo4jUnavailableError if Neo4j cannot be reached
 */
export async function loadDataset(
  dataset: Dataset,
  address: Neo4jAddress,
  options: LoadOptions = {},
): Promise<LoadSummary> {
  const { grace = GRACE, patience = PATIENCE, mostRemoved = 1, onProgress = () => {} } = options;
  const say = (step: string): void => onProgress({ step, done: 0, total: 0 });
  return withLoadSession(address, async (load) => {
    say("Preparing constraints and indexes");
    for (const text of SCHEMA) await load.run(text);
    await load.write(ENSURE_LOCK);
    const lock = await LoadLock.take(load, patience, () => say("Waiting for another load to end"));
    try {
      return await loadUnderLock(dataset, load, lock, grace, mostRemoved, onProgress);
    } finally {
      await lock.release();
    }
  });
}

async function loadUnderLock(
  dataset: Dataset,
  load: LoadSession,
  lock: LoadLock,
  grace: number,
  mostRemoved: number,
  onProgress: (progress: LoadProgress) => void,
): Promise<LoadSummary> {
  const say = (step: string): void => onProgress({ step, done: 0, total: 0 });
  const { revision } = dataset;
  const plan = await planLoad(dataset, load, say);
  const { found, whole, damage, changes, facts, fingerprintOf, relationships, outcome } = plan;
  if (outcome === "ALREADY_ACTIVE") return { revision, outcome, damage, replaced: revision, changes, dropped: [] };
  if (plan.removed > plan.records * mostRemoved) {
    throw new LoadError(
      `The load would remove ${plan.removed} of the ${plan.records} records of the active revision, more than ${mostRemoved * 100} percent, so the active revision is unchanged. Is this the right dataset? --dry-run shows what would change; --force loads it.`,
    );
  }

  const dropped: string[] = [];
  const left = new Set<string>();
  for (const generation of found) {
    if (generation === whole || !isDroppable(generation, grace)) {
      left.add(generation.revision);
      continue;
    }
    say(`Dropping revision ${datasetRevision(generation.revision)}`);
    await dropGeneration(load, lock, generation, grace);
    if (!isStoredAs(generation.revision, revision)) dropped.push(datasetRevision(generation.revision));
  }
  let copy = 1;
  while (left.has(storedRevision(revision, copy))) copy++;
  const stored = whole?.revision ?? storedRevision(revision, copy);
  if (whole === null) {
    await writeGeneration(dataset, stored, facts, fingerprintOf, relationships, load, lock, onProgress);
    say("Checking the new revision");
    await checkGeneration(load, dataset, stored, relationships);
  }
  await lock.flip(stored);
  return { revision, outcome, damage, replaced: plan.replaced, changes, dropped };
}

/**
 * What a load of a dataset would do. Changes nothing.
 * @throws Neo4jUnavailableError if Neo4j cannot be reached
 */
export async function previewLoad(
  dataset: Dataset,
  address: Neo4jAddress,
  onProgress: (progress: LoadProgress) => void = () => {},
): Promise<LoadPreview> {
  return withLoadSession(address, async (load) => {
    const plan = await planLoad(dataset, load, (step) => onProgress({ step, done: 0, total: 0 }));
    const { outcome, damage, replaced, changes, records, removed } = plan;
    return { revision: dataset.revision, outcome, damage, replaced, changes, records, removed };
  });
}

/** Compares the database with the dataset, and decides what a load must do. */
async function planLoad(dataset: Dataset, load: LoadSession, say: (step: string) => void) {
  const { revision } = dataset;
  const found = await generations(load);
  const active = found.find((generation) => generation.active) ?? null;
  const facts = factsOfRoles(dataset);
  const fingerprintOf = fingerprintsOf(dataset, facts);
  const relationships = relationshipsOf(dataset, fingerprintOf);

  /** The copies of the revision that are marked READY, the active one first. */
  const copies = found
    .filter((generation) => generation.state === "READY" && isStoredAs(generation.revision, revision))
    .sort((left, right) => Number(right.active) - Number(left.active));
  const damage: string[] = [];
  let whole: Generation | null = null;
  for (const copy of copies) {
    say("Checking the copy in the database");
    const problems = new Set([
      ...(await datasetProblems(load, dataset, copy.revision, relationships)),
      ...(await verifyGeneration(load, copy.revision)),
    ]);
    if (problems.size === 0) {
      whole = copy;
      break;
    }
    damage.push(...problems);
  }
  const replaced = active === null ? null : datasetRevision(active.revision);
  const plan = { found, active, whole, damage, replaced, facts, fingerprintOf, relationships };
  const unchanged = { changes: [], records: 0, removed: 0 };
  if (whole?.active === true) return { ...plan, ...unchanged, outcome: "ALREADY_ACTIVE" as const };
  // Repairing a damaged copy of the same revision is not reported as a change.
  if (active !== null && copies.includes(active)) return { ...plan, ...unchanged, outcome: "REPAIRED" as const };
  say("Comparing with the active revision");
  const { changes, records } = await summarizeLoad(load, dataset, fingerprintOf, active?.revision ?? null);
  const removed = changes.reduce((sum, change) => sum + change.removed, 0);
  const outcome = whole === null ? ("LOADED" as const) : ("REACTIVATED" as const);
  return { ...plan, changes, records, removed, outcome };
}
