import { ENTITY_PREFIXES } from "../../model/entityKinds.js";

/**
 * Number of the shape that the graph has in Neo4j. It rises whenever a property, label or relationship changes its meaning, so
 * that a service never misreads what an older or a newer loader wrote.
 */
export const DATA_MODEL = 15;

/**
 * Prefix of the ids of nodes that hold the planner's network. They have the label Entity, so that one key and one index serve
 * them too, but no reader takes them for a node of the graph.
 */
export const NETWORK_PART = "network-part";

/** Roles that such a node holds, which the data model fixes: 25 kB where a role has ten transitions and twenty skills. */
export const ROLES_A_PART = 100;

/** The id prefixes of all nodes of a generation. */
export const STORED_PREFIXES: readonly string[] = [...ENTITY_PREFIXES, NETWORK_PART];

/**
 * The revision under which Neo4j holds a dataset's revision in this data model. The same dataset in two data models is two
 * generations, so that one can be written while the other is read.
 * @param copy 2 and more for one that is written beside a damaged one of the same revision
 */
export function storedRevision(revision: string, copy = 1): string {
  return `${revision}@${DATA_MODEL}${copy === 1 ? "" : `.${copy}`}`;
}

/** The dataset's revision behind a stored one, of whatever data model; the first ones stored it as it is. */
export function datasetRevision(stored: string): string {
  return stored.replace(/@\d+(\.\d+)?$/, "");
}

/** Whether a stored revision is a dataset's revision in this data model, whichever copy. */
export function isStoredAs(stored: string, revision: string): boolean {
  const first = storedRevision(revision);
  return stored === first || (stored.startsWith(`${first}.`) && datasetRevision(stored) === revision);
}
