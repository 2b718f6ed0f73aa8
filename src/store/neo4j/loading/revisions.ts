import { DATA_MODEL, datasetRevision } from "../dataModel.js";
import type { Neo4jAddress } from "../Neo4jAddress.js";
import { statement } from "../statement.js";
import type { Generation } from "./dropGenerations.js";
import { LoadError } from "./LoadError.js";
import { LoadLock, PATIENCE } from "./LoadLock.js";
import type { LoadSession } from "./LoadSession.js";
import { withLoadSession } from "./withLoadSession.js";
import { verifyGeneration } from "./verifyGeneration.js";

/** A generation, as `career-graph revisions` lists it. */
export interface HeldRevision {
  /** The stored name: the dataset's revision, @ and the data model, and the number of the copy if there are several. */
  readonly stored: string;
  readonly state: Generation["state"];
  readonly active: boolean;
  /** Whether this version of Career Graph can read its data model. */
  readonly isReadable: boolean;
  /** Name and version of the dataset. */
  readonly name: string;
  readonly version: string;
  /** When it first became active; null if it never was. */
  readonly loadedAt: Date | null;
  /** When another generation replaced it; null if none did. */
  readonly replacedAt: Date | null;
  /** As recorded by its load; null if an older version loaded it. */
  readonly entities: number | null;
  readonly relationships: number | null;
}

interface RevisionRow extends Omit<HeldRevision, "stored" | "isReadable" | "loadedAt" | "replacedAt"> {
  readonly revision: string;
  readonly loadedAt: number | null;
  readonly replacedAt: number | null;
}

const REVISIONS = statement<RevisionRow>("check/revisions");

/** The result of verifying a revision. */
export interface Verified {
  readonly stored: string;
  readonly active: boolean;
  /** One line per problem; none if it is whole. */
  readonly problems: readonly string[];
}

/** All generations of a database: the active one first, then the latest loaded first. */
export async function heldRevisions(address: Neo4jAddress): Promise<readonly HeldRevision[]> {
  return withLoadSession(address, listRevisions);
}

/**
 * Checks a generation, see `verifyGeneration`.
 * @param named a revision, by its stored name or as the API returns it; null for the active one
 * @throws LoadError if the database has no such revision
 */
export async function verifyRevision(address: Neo4jAddress, named: string | null): Promise<Verified> {
  return withLoadSession(address, async (load) => {
    const held = chosen(await listRevisions(load), named);
    assertReadable(held);
    return { stored: held.stored, active: held.active, problems: await verifyGeneration(load, held.stored) };
  });
}

/**
 * Checks a generation that the database has, and makes it active.
 * @param patience milliseconds to wait while a load is running
 * @returns its stored name, and that of the generation that it replaced; the same name if it was already active
 * @throws LoadError if the database has no such revision, or it is damaged; the active revision then stays
 * @throws LoadLockedError if a load runs for longer than `patience`
 */
export async function activateRevision(
  address: Neo4jAddress,
  named: string,
  patience = PATIENCE,
): Promise<{ readonly stored: string; readonly replaced: string | null }> {
  return withLoadSession(address, async (load) => {
    // Checked before taking the lock, because an empty database has no node to lock.
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

/** Finds a generation by its stored name, otherwise by the dataset's revision, with this data model preferred. */
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

/** @throws LoadError if the generation has another data model, or is being loaded or dropped */
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
