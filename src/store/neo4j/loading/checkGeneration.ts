import type { Dataset } from "../../../dataset/Dataset.js";
import { ENTITY_PREFIXES } from "../../../model/EntityId.js";
import { entitiesByPrefix } from "../../entitiesByPrefix.js";
import { storedRevision } from "../dataModel.js";
import { statement } from "../statement.js";
import { LoadError } from "./LoadError.js";
import type { LoadSession } from "./LoadSession.js";

const COUNT_ENTITIES = statement("load/count-entities");
const COUNT_RELATIONSHIPS = statement("load/count-relationships");
const MISSING_REFERENCES = statement("load/missing-references");

/**
 * Checks a written generation against its dataset: as many entities of each kind and relationships of each type, and every id
 * that a relationship names is there.
 * @param relationships how many relationships of each type were written
 * @throws LoadError naming every difference
 */
export async function checkGeneration(
  load: LoadSession,
  dataset: Dataset,
  relationships: ReadonlyMap<string, number>,
): Promise<void> {
  const parameters = { revision: storedRevision(dataset.revision), prefixes: ENTITY_PREFIXES };
  const entities = new Map(Object.entries(entitiesByPrefix(dataset)).map(([prefix, list]) => [prefix, list.length]));
  const foundEntities = await load.read(COUNT_ENTITIES, parameters);
  const foundRelationships = await load.read(COUNT_RELATIONSHIPS, parameters);
  const missing = await load.read(MISSING_REFERENCES, parameters);
  const problems = [
    ...differences(entities, new Map(foundEntities.map((row) => [row["prefix"] as string, row["entities"] as number]))),
    ...differences(
      relationships,
      new Map(foundRelationships.map((row) => [row["type"] as string, row["relationships"] as number])),
    ),
    ...missing.map((row) => `a relationship names ${String(row["id"])}, which is not there`),
  ];
  if (problems.length === 0) return;
  throw new LoadError(
    `Revision ${dataset.revision} did not arrive whole, so the active revision stays as it is: ${problems.join("; ")}. Load again; if that does not help, validate the dataset.`,
  );
}

function differences(wanted: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): string[] {
  const names = new Set([...wanted.keys(), ...found.keys()]);
  return [...names]
    .filter((name) => (wanted.get(name) ?? 0) !== (found.get(name) ?? 0))
    .map((name) => `${name}: ${found.get(name) ?? 0} instead of ${wanted.get(name) ?? 0}`);
}
