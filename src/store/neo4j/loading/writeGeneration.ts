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

/** How many of a batch's rows a statement wrote. */
interface Written {
  readonly written: number;
}

const BEGIN_GENERATION = statement("load/begin-generation");
const WRITE_ENTITIES = statement<Written>("load/entities");

const WRITE_RELATIONSHIPS = statement<Written>("load/relationships");

/** Rows a transaction; two are written at a time, and more would not fit in the memory that Neo4j grants by default. */
const BATCH = 5_000;
/** Parts of the network a transaction, each of which is as large as hundreds of rows. */
const NETWORK_BATCH = 20;

export interface LoadProgress {
  /** What is being done, for a person. */
  readonly step: string;
  /** Rows written and to write, over the whole load; both 0 while nothing is counted. */
  readonly done: number;
  readonly total: number;
}

/**
 * Writes all entities of a generation, its relationships type by type, and the planner's network.
 * @param revision as it is to be stored
 * @throws LoadError where a relationship names an id that the dataset does not hold, the database lacks an entity that was
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
  /** Writes a batch, and tells how many of its rows the statement wrote. */
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
  // Nodes lock nothing that others need, so both lanes take from one iterator.
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
      await inLanes(lanes.map(slices), async (places) => {
        const written = await write(step, WRITE_RELATIONSHIPS, places.length, { type, ...columnsOf(each, places) });
        // None: an earlier attempt wrote the batch, or no end at all is there, which the check of the generation tells.
        if (written === places.length || written === 0) return;
        throw new LoadError(
          `${step}: Neo4j found the ends of ${written} in ${places.length} relationships alone. Load again.`,
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

/** What is noted of a generation, its counts among them, by which it is known to be whole later. */
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
    // With the parts of the network and the node that notes this.
    entityCount: neo4j.int(entityCount + networkPartCount(dataset) + 1),
    relationshipCount: neo4j.int(sum(typeCounts)),
  };
  return { ...properties, checksum: neo4j.int(checksumOfNode(DATASET_LABELS, properties)) };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** The share that each entity is dealt to, by id. */
function sharesOf(dataset: Dataset): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const list of Object.values(entitiesByPrefix(dataset)))
    for (const { id } of list) shares.set(id, shares.size % SHARES);
  return shares;
}

/** Which relationships are written beside each other, by their places; what fits into one batch is not split. */
function roundsOf(
  { facts, fromOf, toOf }: Relationships,
  shareOf: (id: string) => number,
): readonly (readonly Uint32Array[])[] {
  const rounds = disjointLanes(
    facts.length,
    (place) => shareOf(fromOf(facts[place])),
    (place) => shareOf(toOf(facts[place])),
  );
  return facts.length > BATCH ? rounds : [[Uint32Array.from(facts.keys())]];
}

function* slices(lane: Uint32Array): Iterable<Uint32Array> {
  for (let start = 0; start < lane.length; start += BATCH) yield lane.subarray(start, start + BATCH);
}

/**
 * Writes the batches of each lane one after the other, and the lanes beside each other. One iterator may serve several lanes.
 * @throws the first error of a lane, once no other is at work
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
 * Relationships as their statement takes them: one list a property, and those out of an entity together, so that it is looked up
 * once. A third of the time of a map a relationship, which names every property anew.
 */
function columnsOf({ facts, fromOf, toOf, properties }: Relationships, places: Uint32Array): StatementParameters {
  const ends: string[] = [];
  const ids: string[] = [];
  const starts: number[] = [];
  for (const place of places) {
    const id = fromOf(facts[place]);
    if (id !== ids.at(-1)) {
      ids.push(id);
      starts.push(ends.length);
    }
    ends.push(toOf(facts[place]));
  }
  const origins = ids.map((id, i) => {
    return { id, first: neo4j.int(starts[i]!), last: neo4j.int((starts[i + 1] ?? ends.length) - 1) };
  });
  const columns: Record<string, unknown[]> = {};
  for (const [name, valueOf] of Object.entries(properties)) {
    const values = Array.from(places, (place) => valueOf(facts[place], place));
    if (values.some((value) => value !== null)) columns[name] = values;
  }
  return { origins, ends, columns };
}
