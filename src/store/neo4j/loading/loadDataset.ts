import type { Dataset } from "../../../dataset/Dataset.js";
import { datasetRevision, isStoredAs, storedRevision } from "../dataModel.js";
import type { Neo4jAddress } from "../Neo4jAddress.js";
import { statement } from "../statement.js";
import { checkGeneration, datasetProblems } from "./checkGeneration.js";
import { dropGeneration, type Generation, generations, isDroppable } from "./dropGenerations.js";
import { factsOfRoles } from "./factsOfRoles.js";
import { fingerprintsOf } from "./fingerprints.js";
import { LoadError } from "./LoadError.js";
import { LoadLock } from "./LoadLock.js";
import type { LoadSession } from "./LoadSession.js";
import { withLoadSession } from "./withLoadSession.js";
import { relationshipsOf } from "./Relationships.js";
import { type Change, summarizeLoad } from "./summarizeLoad.js";
import { verifyGeneration } from "./verifyGeneration.js";
import { type LoadProgress, writeGeneration } from "./writeGeneration.js";

const SCHEMA = [
  ...["active-key", "load-lock-key", "dataset-key", "entity-key"],
  // For people who explore the graph by hand: no statement of ours starts from these.
  ...["role-id", "skill-id", "certification-id", "degree-id", "track-id", "employer-id", "activity-id", "phase-id"],
  ...["trend-id", "sector-id", "question-id", "claim-id", "statement-id", "source-id"],
  ...["entity-order", "role-seniority", "role-title", "skill-category", "ready"],
].map((name) => statement(`schema/${name}`));
const ENSURE_LOCK = statement("load/ensure-lock");

/** Milliseconds that readers of a replaced generation are given: longer than any request lasts. */
export const GRACE = 60_000;

export interface LoadOptions {
  /** Milliseconds that readers of a replaced generation are given before it may be dropped; longer than any request lasts. */
  readonly grace?: number;
  /** Milliseconds to wait while another loader is at work. */
  readonly patience?: number;
  /** Share of the active records that the load may remove, 0 to 1; any without it. */
  readonly mostRemoved?: number;
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface LoadSummary {
  readonly revision: string;
  /**
   * ALREADY_ACTIVE: it is whole, and nothing was changed. REACTIVATED: an earlier generation, still whole, was made active again. REPAIRED:
   * it was active but damaged, and a new copy has taken its place.
   */
  readonly outcome: "LOADED" | "REACTIVATED" | "ALREADY_ACTIVE" | "REPAIRED";
  /** What was wrong with the copies that the database held of the revision. */
  readonly damage: readonly string[];
  /** The revision active before, the same where another data model held it; null if there was none. */
  readonly replaced: string | null;
  readonly changes: readonly Change[];
  /** Revisions that were dropped, for they were neither active nor of use to a reader. */
  readonly dropped: readonly string[];
}

/** What a load would do. */
export interface LoadPreview extends Omit<LoadSummary, "dropped"> {
  /** Records of the active revision, and how many of them the load would remove. */
  readonly records: number;
  readonly removed: number;
}

/**
 * Loads a validated dataset as a new generation beside the active one and makes it active in one step, so that readers see the
 * old revision or the new one and never a part. A load that ends half-way leaves the active revision as it was; the next load
 * drops what it wrote. Neo4j holds a batch or two in memory; this process holds the dataset, and the facts to write beside it.
 * @throws LoadLockedError where another loader is at work for longer than `patience`
 * @throws LoadError where the written generation is not the dataset, the lock was lost, or more would be removed than may be
 * @throws Neo4jUnavailableError where Neo4j cannot be reached
 */
export async function loadDataset(
  dataset: Dataset,
  address: Neo4jAddress,
  options: LoadOptions = {},
): Promise<LoadSummary> {
  const { grace = GRACE, patience = 600_000, mostRemoved = 1, onProgress = () => {} } = options;
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
 * What a load of a dataset would do; changes nothing.
 * @throws Neo4jUnavailableError where Neo4j cannot be reached
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

/** Looks at what the database holds, and tells what a load of the dataset has to do. */
async function planLoad(dataset: Dataset, load: LoadSession, say: (step: string) => void) {
  const { revision } = dataset;
  const found = await generations(load);
  const active = found.find((generation) => generation.active) ?? null;
  const facts = factsOfRoles(dataset);
  const fingerprintOf = fingerprintsOf(dataset, facts);
  const relationships = relationshipsOf(dataset, fingerprintOf);

  /** The copies of the revision that say that they are whole, the active one first. */
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
  // What a damaged generation lacks is no change.
  if (active !== null && copies.includes(active)) return { ...plan, ...unchanged, outcome: "REPAIRED" as const };
  say("Comparing with the active revision");
  const { changes, records } = await summarizeLoad(load, dataset, fingerprintOf, active?.revision ?? null);
  const removed = changes.reduce((sum, change) => sum + change.removed, 0);
  const outcome = whole === null ? ("LOADED" as const) : ("REACTIVATED" as const);
  return { ...plan, changes, records, removed, outcome };
}
