import { ENTITY_PREFIXES } from "../../model/entityKinds.js";

/**
 * The number of the data model. It rises whenever the meaning of a property, label or relationship changes, so that a service never
 * misreads what an older or newer loader wrote.
 */
export const DATA_MODEL = 15;

/**
 * Id prefix of the nodes that hold the planner's network. They have the label Entity, so that they share its key and index, but
 * readers do not treat them as nodes of the graph.
 */
export const NETWORK_PART = "network-part";

/** Roles per part of the network. A change of it needs a new DATA_MODEL. A part takes 25 kB if each role has ten transitions and twenty skills. */
export const ROLES_A_PART = 100;

/** The id prefixes of all nodes of a generation. */
export const STORED_PREFIXES: readonly string[] = [...ENTITY_PREFIXES, NETWORK_PART];

/**
 * The name under which Neo4j stores a dataset's revision in this data model. The same dataset in two data models makes two
 * generations, so that one can be written while the other is read.
 * @param copy 2 or more for a copy that replaces a damaged one of the same revision
 */
export function storedRevision(revision: string, copy = 1): string {
  return `${revision}@${DATA_MODEL}${copy === 1 ? "" : `.${copy}`}`;
}

/** The dataset's revision behind a stored name, in any data model. The first data models stored the revision unchanged. */
export function datasetRevision(stored: string): string {
  return stored.replace(/@\d+(\.\d+)?$/, "");
}

/** Whether a stored name stands for a dataset's revision in this data model, in any copy. */
export function isStoredAs(stored: string, revision: string): boolean {
  const first = storedRevision(revision);
  return stored === first || (stored.startsWith(`${first}.`) && datasetRevision(stored) === revision);
}
