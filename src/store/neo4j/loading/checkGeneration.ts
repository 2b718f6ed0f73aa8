import type { Dataset } from "../../../dataset/Dataset.js";
import { ENTITY_PREFIXES } from "../../../model/entityKinds.js";
import type { RelationKind } from "../../../model/RelationKind.js";
import { entitiesByPrefix } from "../../entitiesByPrefix.js";
import type { Citation } from "../../../model/Citation.js";
import { NETWORK_PART, STORED_PREFIXES } from "../dataModel.js";
import { countDifferences } from "../recordedCounts.js";
import { statement } from "../statement.js";
import { LoadError } from "./LoadError.js";
import type { LoadSession } from "./LoadSession.js";
import { networkPartCount } from "./networkPartRows.js";
import type { Relationships } from "./Relationships.js";

const COUNT_ENTITIES = statement<{ readonly prefix: string; readonly entities: number }>("check/count-entities");
const COUNT_RELATIONSHIPS = statement<{ readonly type: string; readonly relationships: number }>(
  "check/count-relationships",
);
const MISSING_REFERENCES = statement<{ readonly id: string }>("check/missing-references");

/**
 * Checks a written generation against its dataset: the numbers of entities of each kind, of relationships of each type and of parts of the
 * network. Also checks that every id to which a property refers exists.
 * @param revision the name under which it is stored
 * @throws LoadError with every difference
 */
export async function checkGeneration(
  load: LoadSession,
  dataset: Dataset,
  revision: string,
  relationships: Readonly<Record<RelationKind, Relationships>>,
): Promise<void> {
  const problems = await datasetProblems(load, dataset, revision, relationships);
  if (problems.length === 0) return;
  throw new LoadError(
    `Revision ${dataset.revision} was not written completely, so the active revision is unchanged: ${problems.join("; ")}. Load again; if that does not help, validate the dataset.`,
  );
}

/**
 * The differences between a generation and its dataset that `checkGeneration` checks.
 * @param revision the name under which it is stored
 * @returns one line per difference
 */
export async function datasetProblems(
  load: LoadSession,
  dataset: Dataset,
  revision: string,
  relationships: Readonly<Record<RelationKind, Relationships>>,
): Promise<readonly string[]> {
  const entities = new Map(Object.entries(entitiesByPrefix(dataset)).map(([prefix, list]) => [prefix, list.length]));
  entities.set(NETWORK_PART, networkPartCount(dataset));
  const foundEntities = await load.read(COUNT_ENTITIES, { revision, prefixes: STORED_PREFIXES });
  const foundRelationships = await load.read(COUNT_RELATIONSHIPS, { revision, prefixes: ENTITY_PREFIXES });
  const missing = await load.read(MISSING_REFERENCES, { revision, ids: [...referredIds(dataset)] });
  return [
    ...countDifferences(entities, new Map(foundEntities.map(({ prefix, entities: count }) => [prefix, count]))),
    ...countDifferences(
      new Map(Object.entries(relationships).map(([type, { facts }]) => [type, facts.length])),
      new Map(foundRelationships.map(({ type, relationships: count }) => [type, count])),
    ),
    ...missing.map(({ id }) => `a record refers to ${id}, which is missing`),
  ];
}

/** Ids to which properties refer: sources that records cite, directly or through another source, and skills named in advice. */
function referredIds(dataset: Dataset): ReadonlySet<string> {
  const ids = new Set<string>();
  const addCitations = (citations: readonly Citation[]): void => {
    for (const { sourceId, viaId } of citations) {
      ids.add(sourceId);
      if (viaId !== null) ids.add(viaId);
    }
  };
  for (const entities of Object.values(entitiesByPrefix(dataset)))
    for (const { citations } of entities) addCitations(citations);
  for (const { experience } of dataset.roles) addCitations(experience?.citations ?? []);
  for (const { citations, advice } of dataset.transitions) {
    addCitations(citations);
    for (const id of [...(advice?.demonstrateSkillIds ?? []), ...(advice?.developSkillIds ?? [])]) ids.add(id);
  }
  for (const facts of [dataset.requirements, dataset.degreeRequirements, dataset.matches, dataset.links])
    for (const { citations } of facts) addCitations(citations);
  return ids;
}
