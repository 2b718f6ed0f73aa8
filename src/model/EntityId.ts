import { byPrefix, ENTITY_KINDS, isEntityPrefix, type EntityPrefix } from "./entityKinds.js";
import type { NodeKind } from "./NodeKind.js";
import type { RelationKind } from "./RelationKind.js";

/**
 * Every id is written `prefix:slug` and is the GraphQL global id. A slug is lower-case letters, digits and dots in groups
 * joined by single hyphens, so that the double hyphen can join two slugs in the id of a relationship that is a fact.
 */
export const SLUG = /^[a-z0-9.]+(?:-[a-z0-9.]+)*$/;

/** The GraphQL type behind each id prefix of what is no entity: facts that are relationships, and datasets. */
const OTHER_TYPES = {
  dataset: "DatasetPart",
  transition: "Transition",
  requirement: "SkillRequirement",
  "degree-requirement": "DegreeRequirement",
  match: "Match",
} as const;

type EntityTypes = { readonly [P in EntityPrefix]: (typeof ENTITY_KINDS)[P]["type"] };

/** The GraphQL type behind each id prefix, for every type that implements `Node`. */
export const TYPE_OF_PREFIX: EntityTypes & typeof OTHER_TYPES = {
  ...(byPrefix((prefix) => ENTITY_KINDS[prefix].type) as EntityTypes),
  ...OTHER_TYPES,
};

export type IdPrefix = keyof typeof TYPE_OF_PREFIX;

/** The prefix of an id, or null if the text is no id of a known form. */
export function prefixOf(id: string): IdPrefix | null {
  const colon = id.indexOf(":");
  const prefix = colon < 0 ? "" : id.slice(0, colon);
  return Object.hasOwn(TYPE_OF_PREFIX, prefix) ? (prefix as IdPrefix) : null;
}

/** The node kind of an id; null for an id of no known form and for facts that are relationships. */
export function kindOf(id: string): NodeKind | null {
  const prefix = prefixOf(id);
  return isEntityPrefix(prefix) ? ENTITY_KINDS[prefix].kind : null;
}

/** The part of an id after its prefix. */
export function slugOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** Id of the one transition between an ordered pair of roles. */
export function transitionId(fromRoleId: string, toRoleId: string): string {
  return `transition:${slugOf(fromRoleId)}--${slugOf(toRoleId)}`;
}

/** Id of the one requirement of a skill by a role. */
export function requirementId(roleId: string, skillId: string): string {
  return `requirement:${slugOf(roleId)}--${slugOf(skillId)}`;
}

/** Id of the one request of a degree by a role. */
export function degreeRequirementId(roleId: string, degreeId: string): string {
  return `degree-requirement:${slugOf(roleId)}--${slugOf(degreeId)}`;
}

/** Id of the match from a record to another of the same kind, which the id names: `match:role.a--role.b`. */
export function matchId(fromId: string, toId: string): string {
  return `match:${fromId.replace(":", ".")}--${toId.replace(":", ".")}`;
}

/**
 * Id of a relation between two nodes, a key for drawing and for client caches. Its prefix is its own: a relation that shows a
 * fact, such as a transition, has other fields than the fact, so that a cache must not take the two for one object.
 */
export function relationId(type: RelationKind, fromId: string, toId: string): string {
  return `relation:${type}:${fromId}:${toId}`;
}
