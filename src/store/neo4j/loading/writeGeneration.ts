import neo4j from "neo4j-driver";
import type { Dataset } from "../../../dataset/Dataset.js";
import { ENTITY_PREFIXES } from "../../../model/entityKinds.js";
import type { RelationKind } from "../../../model/RelationKind.js";
import { entitiesByPrefix } from "../../entitiesByPrefix.js";
import { skillCategories } from "../../skillCategories.js";
import { type Statement, statement } from "../statement.js";
import type { StatementParameters } from "../StatementRunner.js";
import { textOfParts } from "../partsText.js";
import { batches } from "./batches.js";
import { checksumOfNode, DATASET_LABELS, checksumsOfRelationships } from "./checksums.js";
import { disjointLanes, SHARES } from "./disjointLanes.js";
import { entityRows } from "./entityRows.js";
import type { FactsOfRoles } from "./factsOfRoles.js";
import type { FingerprintOf } from "./fingerprints.js";
import { LoadError } from "./LoadError.js";
import type { LoadLock } from "./LoadLock.js";
import type { LoadSession } from "./LoadSession.js";
import { networkPartCount, networkPartRows } from "./networkPartRows.js";
import type { Relationships } from "./Relationships.js";

/** How many rows of a batch a statement wrote. */
interface Written {
  readonly written: number;
}

const BEGIN_GENERATION = statement("load/begin-generation");
const WRITE_ENTITIES = statement<Written>("load/entities");

const WRITE_RELATIONSHIPS = statement<Written>("load/relationships");

/** Rows per transaction. Two transactions run at once; more rows would exceed the memory that Neo4j grants by default. */
const BATCH = 5_000;
/** Parts of the network per transaction. Each is as large as hundreds of rows. */
const NETWORK_BATCH = 20;

export interface LoadProgress {
  /** The current step, for a person. */
  readonly step: string;
  /** Rows written so far and rows to write in the whole load; both 0 during steps that write no rows. */
  readonly done: number;
  readonly total: number;
}

/**
 * Writes all entities of a generation, its relationships type by type, and the planner's network.
 * @param revision the name under which it is stored
 * @throws LoadError if a relationship refers to an id that the dataset does not contain, the database lacks an entity that was
 *   written, or the lock was lost
 */
export async function writeGeneration(
  dataset: Dataset,
  revision: string,
  ofRoles: FactsOfRoles,
  fingerprintOf: FingerprintOf,
  relationships: Readonly<Record<RelationKind, Relationships>>,
  load: LoadSession,
  lock: LoadLock,
  onProgress: (progress: LoadProgress) => void,
): Promise<void> {
  const shareOfId = sharesOf(dataset);
  const total = Object.values(relationships).reduce(
    (sum, { facts }) => sum + facts.length,
    shareOfId.size + networkPartCount(dataset),
  );
  let done = 0;
  /** Writes a batch, and returns how many of its rows the statement wrote. */
  const write = async (
    step: string,
    text: Statement<Written>,
    rows: number,
    parameters: StatementParameters,
  ): Promise<number> => {
    onProgress({ step, done, total });
    const [row] = await load.write(text, { revision, ...parameters }, () => lock.assertHeld());
    done += rows;
    return row?.written ?? 0;
  };

  await load.write(BEGIN_GENERATION, { revision, properties: propertiesOf(dataset, relationships) }, () =>
    lock.assertHeld(),
  );
  // Writing a node locks nothing that another batch needs, so both lanes take batches from one iterator.
  const nodes = batches(entityRows(dataset, fingerprintOf, checksumsOfRelationships(relationships)), BATCH);
  await inLanes([nodes, nodes], async (rows) => {
    await write("Writing nodes", WRITE_ENTITIES, rows.length, { rows });
  });
  for (const [type, each] of Object.entries(relationships) as [RelationKind, Relationships][]) {
    const step = `Writing ${type}`;
    const shareOf = (id: string): number => {
      const share = shareOfId.get(id);
      if (share !== undefined) return share;
      throw new LoadError(
        `A relationship ${type} refers to ${id}, which the dataset does not contain. Validate the dataset.`,
      );
    };
    for (const lanes of roundsOf(each, shareOf)) {
      await inLanes(lanes.map(slices), async (ordinals) => {
        const written = await write(step, WRITE_RELATIONSHIPS, ordinals.length, { type, ...columnsOf(each, ordinals) });
        // 0 means that an earlier attempt wrote the batch, or that all ends are missing, which checkGeneration finds.
        if (written === ordinals.length || written === 0) return;
        throw new LoadError(
          `${step}: Neo4j found both ends of only ${written} of ${ordinals.length} relationships. Load again.`,
        );
      });
    }
  }
  const parts = batches(networkPartRows(dataset, ofRoles), NETWORK_BATCH);
  await inLanes([parts, parts], async (rows) => {
    await write("Writing the network", WRITE_ENTITIES, rows.length, { rows });
  });
  onProgress({ step: "Written", done, total });
}

/** The properties of the Dataset node. Later checks compare the generation with the counts and the checksum recorded here. */
function propertiesOf(
  dataset: Dataset,
  relationships: Readonly<Record<RelationKind, Relationships>>,
): StatementParameters {
  const { name, version, attributions, parts } = dataset;
  const entities = entitiesByPrefix(dataset);
  const entityCount = sum(Object.values(entities).map(({ length }) => length));
  const typeCounts = Object.values(relationships).map(({ facts }) => facts.length);
  const properties = {
    id: "dataset",
    name,
    version,
    attributions,
    parts: textOfParts(parts),
    skillCategories: skillCategories(dataset.skills),
    ordinal: neo4j.int(0),
    prefixes: ENTITY_PREFIXES,
    prefixCounts: ENTITY_PREFIXES.map((prefix) => neo4j.int(entities[prefix].length)),
    relationshipTypes: Object.keys(relationships),
    relationshipTypeCounts: typeCounts.map((count) => neo4j.int(count)),
    // The count includes the parts of the network and the Dataset node itself.
    entityCount: neo4j.int(entityCount + networkPartCount(dataset) + 1),
    relationshipCount: neo4j.int(sum(typeCounts)),
  };
  return { ...properties, checksum: neo4j.int(checksumOfNode(DATASET_LABELS, properties)) };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** The share to which each entity is assigned, by id. */
function sharesOf(dataset: Dataset): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const list of Object.values(entitiesByPrefix(dataset)))
    for (const { id } of list) shares.set(id, shares.size % SHARES);
  return shares;
}

/** Which relationships are written at the same time, by their ordinals. A type that fits into one batch is not split. */
function roundsOf(
  { facts, fromOf, toOf }: Relationships,
  shareOf: (id: string) => number,
): readonly (readonly Uint32Array[])[] {
  const rounds = disjointLanes(
    facts.length,
    (ordinal) => shareOf(fromOf(facts[ordinal])),
    (ordinal) => shareOf(toOf(facts[ordinal])),
  );
  return facts.length > BATCH ? rounds : [[Uint32Array.from(facts.keys())]];
}

function* slices(lane: Uint32Array): Iterable<Uint32Array> {
  for (let start = 0; start < lane.length; start += BATCH) yield lane.subarray(start, start + BATCH);
}

/**
 * Writes the batches of each lane in sequence, and the lanes in parallel. Several lanes may share one iterator.
 * @throws the first error of a lane, after all lanes have stopped
 */
async function inLanes<T>(lanes: readonly Iterable<T>[], write: (batch: T) => Promise<void>): Promise<void> {
  let failed = false;
  const ends = await Promise.allSettled(
    lanes.map(async (lane) => {
      for (const batch of lane) {
        if (failed) return;
        await write(batch).catch((error: unknown) => {
          failed = true;
          throw error;
        });
      }
    }),
  );
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/**
 * The parameters of the statement that writes relationships: one list per property, with the relationships out of an entity together, so
 * that the entity is looked up once. One map per relationship would take three times as long, because it repeats every property name.
 */
function columnsOf({ facts, fromOf, toOf, properties }: Relationships, ordinals: Uint32Array): StatementParameters {
  const ends: string[] = [];
  const ids: string[] = [];
  const starts: number[] = [];
  for (const ordinal of ordinals) {
    const id = fromOf(facts[ordinal]);
    if (id !== ids.at(-1)) {
      ids.push(id);
      starts.push(ends.length);
    }
    ends.push(toOf(facts[ordinal]));
  }
  const origins = ids.map((id, i) => {
    return { id, first: neo4j.int(starts[i]!), last: neo4j.int((starts[i + 1] ?? ends.length) - 1) };
  });
  const columns: Record<string, unknown[]> = {};
  for (const [name, valueOf] of Object.entries(properties)) {
    const values = Array.from(ordinals, (ordinal) => valueOf(facts[ordinal], ordinal));
    if (values.some((value) => value !== null)) columns[name] = values;
  }
  return { origins, ends, columns };
}
