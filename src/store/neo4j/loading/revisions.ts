import { DATA_MODEL, datasetRevision } from "../dataModel.js";
import type { Neo4jAddress } from "../Neo4jAddress.js";
import { statement } from "../statement.js";
import type { Generation } from "./dropGenerations.js";
import { LoadError } from "./LoadError.js";
import { LoadLock } from "./LoadLock.js";
import type { LoadSession } from "./LoadSession.js";
import { withLoadSession } from "./withLoadSession.js";
import { verifyGeneration } from "./verifyGeneration.js";

/** What a person is told of a generation. */
export interface HeldRevision {
  /** As stored: the dataset's revision, the data model behind @, and the number of the copy where there are several. */
  readonly stored: string;
  readonly state: Generation["state"];
  readonly active: boolean;
  /** Whether this version of Career Graph reads its data model. */
  readonly isReadable: boolean;
  /** Name and version of the dataset. */
  readonly name: string;
  readonly version: string;
  /** Null if it never was active. */
  readonly loadedAt: Date | null;
  /** When another took its place; null if none did. */
  readonly replacedAt: Date | null;
  /** As noted by the load; null by one of an older data model. */
  readonly entities: number | null;
  readonly relationships: number | null;
}

interface RevisionRow extends Omit<HeldRevision, "stored" | "isReadable" | "loadedAt" | "replacedAt"> {
  readonly revision: string;
  readonly loadedAt: number | null;
  readonly replacedAt: number | null;
}

const REVISIONS = statement<RevisionRow>("check/revisions");

/** What was found of a revision. */
export interface Verified {
  readonly stored: string;
  readonly active: boolean;
  /** A line a problem; none where it is whole. */
  readonly problems: readonly string[];
}

/** Every generation of a database, that which is active first, then by the time of loading, the latest first. */
export async function heldRevisions(address: Neo4jAddress): Promise<readonly HeldRevision[]> {
  return withLoadSession(address, listRevisions);
}

/**
 * Checks a generation, see `verifyGeneration`.
 * @param named a revision, as stored or as the service tells it; null for the active one
 * @throws LoadError where the database holds none of that name
 */
export async function verifyRevision(address: Neo4jAddress, named: string | null): Promise<Verified> {
  return withLoadSession(address, async (load) => {
    const held = chosen(await listRevisions(load), named);
    assertReadable(held);
    return { stored: held.stored, active: held.active, problems: await verifyGeneration(load, held.stored) };
  });
}

/**
 * Makes a generation that is held active again, once it is found whole.
 * @param patience milliseconds to wait while a loader is at work
 * @returns the revision that it took the place of, as stored; the same where it was active already
 * @throws LoadError where the database holds none of that name, or it is not whole; the active revision then stays
 * @throws LoadLockedError where a loader is at work for longer than `patience`
 */
export async function activateRevision(
  address: Neo4jAddress,
  named: string,
  patience = 600_000,
): Promise<{ readonly stored: string; readonly replaced: string | null }> {
  return withLoadSession(address, async (load) => {
    // Before the lock, which only a load makes.
    chosen(await listRevisions(load), named);
    const lock = await LoadLock.take(load, patience, () => {});
    try {
      const revisions = await listRevisions(load);
      const held = chosen(revisions, named);
      assertReadable(held);
      const problems = await verifyGeneration(load, held.stored);
      if (problems.length > 0) {
        throw new LoadError(
          `Revision ${held.stored} is damaged, so the active revision is unchanged: ${problems.join("; ")}. Load its dataset again.`,
        );
      }
      const replaced = revisions.find(({ active }) => active)?.stored ?? null;
      if (!held.active) await lock.flip(held.stored);
      return { stored: held.stored, replaced };
    } finally {
      await lock.release();
    }
  });
}

async function listRevisions(load: LoadSession): Promise<readonly HeldRevision[]> {
  const rows = await load.read(REVISIONS);
  return rows
    .map(({ revision, loadedAt, replacedAt, ...row }) => ({
      ...row,
      stored: revision,
      isReadable: dataModelOf(revision) === DATA_MODEL,
      loadedAt: loadedAt === null ? null : new Date(loadedAt),
      replacedAt: replacedAt === null ? null : new Date(replacedAt),
    }))
    .sort(
      (left, right) =>
        Number(right.active) - Number(left.active) || Number(right.loadedAt ?? 0) - Number(left.loadedAt ?? 0),
    );
}

/** The generation that is meant: by its stored name, else the first of the dataset's revision in this data model, else in any. */
function chosen(revisions: readonly HeldRevision[], named: string | null): HeldRevision {
  const ofName = revisions.filter(({ stored, active }) =>
    named === null ? active : stored === named || datasetRevision(stored) === named,
  );
  const found =
    ofName.find(({ stored }) => stored === named) ??
    ofName.find(({ stored }) => dataModelOf(stored) === DATA_MODEL) ??
    ofName[0];
  if (found !== undefined) return found;
  if (named === null) throw new LoadError("No revision is active: load a dataset with `career-graph load`.");
  throw new LoadError(
    `The database has no revision ${named}. \`career-graph revisions\` lists the revisions that it has.`,
  );
}

/** @throws LoadError where the generation is of another data model, or not a whole one */
function assertReadable({ stored, state }: HeldRevision): void {
  if (dataModelOf(stored) !== DATA_MODEL) {
    throw new LoadError(
      `Revision ${stored} has data model ${dataModelOf(stored)}, but this version of Career Graph reads ${DATA_MODEL}. Use the version that loaded it.`,
    );
  }
  if (state !== "READY") {
    throw new LoadError(
      `Revision ${stored} is ${state === "LOADING" ? "being loaded, or its load has failed" : "being dropped"}: load its dataset again.`,
    );
  }
}

function dataModelOf(stored: string): number {
  return Number(/@(\d+)(\.\d+)?$/.exec(stored)?.[1] ?? 1);
}
