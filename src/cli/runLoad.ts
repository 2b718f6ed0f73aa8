import { formatProblems } from "../dataset/formatProblems.js";
import { readDataset } from "../dataset/readDataset.js";
import { collectGarbageSooner } from "./collectGarbageSooner.js";
import { readConfig } from "../server/Config.js";
import { datasetRevision } from "../store/neo4j/dataModel.js";
import { dropReplaced } from "../store/neo4j/loading/dropReplaced.js";
import { GRACE, loadDataset, previewLoad } from "../store/neo4j/loading/loadDataset.js";
import { heldRevisions } from "../store/neo4j/loading/revisions.js";
import { formatDropped, formatLoadPreview, formatLoadSummary } from "./formatLoadSummary.js";
import { neo4jOfEnvironment } from "./runRevisions.js";
import { showProgress } from "./showProgress.js";

export interface LoadFlags {
  /** Only prints what the load would change. */
  readonly dryRun?: boolean;
  /** Loads even if more than a tenth of the active records would be removed. */
  readonly force?: boolean;
  /** Loads nothing if a revision is active that this version can read. */
  readonly ifEmpty?: boolean;
  /** Keeps the replaced revision, so that it can be activated again. */
  readonly keepPrevious?: boolean;
  /** If false, the replaced revision is dropped by the next load. */
  readonly wait?: boolean;
}

/** Share of the active records that a load may remove without `--force`. */
const MOST_REMOVED = 0.1;

/**
 * `career-graph load`: validates dataset folders, loads them into Neo4j, prints what changed, and drops the replaced revision.
 * @throws Error if no Neo4j is configured, the dataset has problems or the load fails
 */
export async function runLoad(folders: readonly string[], flags: LoadFlags): Promise<void> {
  collectGarbageSooner();
  const config = readConfig(process.env);
  const address = neo4jOfEnvironment();
  if (flags.ifEmpty === true) {
    const active = (await heldRevisions(address)).find((held) => held.active && held.isReadable);
    if (active !== undefined) {
      return console.log(
        `The database already has an active revision, ${active.stored} (${active.name}); nothing was loaded.`,
      );
    }
  }
  const { dataset, problems, notices } = await readDataset(folders.length > 0 ? folders : config.dataset);
  if (dataset === null) throw new Error(formatProblems(problems));
  if (notices.length > 0) console.warn(formatProblems(notices, "notice"));
  const progress = showProgress(process.stderr);
  try {
    if (flags.dryRun === true) {
      const preview = await previewLoad(dataset, address, progress.show);
      progress.end();
      return console.log(formatLoadPreview(preview, MOST_REMOVED));
    }
    const mostRemoved = flags.force === true ? 1 : MOST_REMOVED;
    const summary = await loadDataset(dataset, address, { mostRemoved, onProgress: progress.show });
    progress.end();
    console.log(formatLoadSummary(summary));
    if (flags.keepPrevious === true || flags.wait === false || summary.outcome === "ALREADY_ACTIVE") return;
    const dropped = await dropReplaced(address, GRACE, progress.show);
    progress.end();
    for (const stored of dropped) console.log(formatDropped(datasetRevision(stored), summary.revision));
  } finally {
    progress.end();
  }
}

/** `career-graph drop`: drops every inactive revision, after the time that its readers need to finish. */
export async function runDrop(): Promise<void> {
  const progress = showProgress(process.stderr);
  try {
    const dropped = await dropReplaced(neo4jOfEnvironment(), GRACE, progress.show);
    progress.end();
    if (dropped.length === 0) console.log("The database has no other revision than the active one.");
    // Stored names, as `career-graph revisions` prints them.
    for (const stored of dropped) console.log(`Dropped revision ${stored}.`);
  } finally {
    progress.end();
  }
}
