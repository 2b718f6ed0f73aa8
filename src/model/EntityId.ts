import { byPrefix, ENTITY_KINDS, isEntityPrefix, type EntityPrefix } from "./entityKinds.js";
import type { NodeKind } from "./NodeKind.js";
import type { RelationKind } from "./RelationKind.js";

/**
 * Every id has the form `prefix:slug` and is the GraphQL global id. A slug consists of groups of lower-case letters, digits and dots,
 * joined by single hyphens. A double hyphen can therefore join two slugs in the id of a fact about two nodes.
 */
export const SLUG = /^[a-z0-9.]+(?:-[a-z0-9.]+)*$/;

/** The GraphQL types of the id prefixes that are not entities: facts that are stored as relationships, and datasets. */
const OTHER_TYPES = {
  dataset: "DatasetPart",
  transition: "Transition",
  requirement: "SkillRequirement",
  "degree-requirement": "DegreeRequirement",
  match: "Match",
} as const;

type EntityTypes = { readonly [P in EntityPrefix]: (typeof ENTITY_KINDS)[P]["type"] };

/** The GraphQL type of each id prefix, for every type that implements `Node`. */
export const TYPE_OF_PREFIX: EntityTypes & typeof OTHER_TYPES = {
  ...(byPrefix((prefix) => ENTITY_KINDS[prefix].type) as EntityTypes),
  ...OTHER_TYPES,
};

export type IdPrefix = keyof typeof TYPE_OF_PREFIX;

/** The prefix of an id; null if the text does not have a known prefix. */
export function prefixOf(id: string): IdPrefix | null {
  const colon = id.indexOf(":");
  const prefix = colon < 0 ? "" : id.slice(0, colon);
  return Object.hasOwn(TYPE_OF_PREFIX, prefix) ? (prefix as IdPrefix) : null;
}

/** Whether a text has the form of an id: a known prefix and a slug, or two slugs. There may be no node with this id. */
export function isIdForm(text: string): boolean {
  return (
    prefixOf(text) !== null &&
    slugOf(text)
      .split("--")
      .every((slug) => SLUG.test(slug))
  );
}

/** The node kind of an id; null if the id is not that of an entity. */
export function kindOf(id: string): NodeKind | null {
  const prefix = prefixOf(id);
  return isEntityPrefix(prefix) ? ENTITY_KINDS[prefix].kind : null;
}

/** The part of an id after its prefix. */
export function slugOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** Id of the transition from one role to another. */
export function transitionId(fromRoleId: string, toRoleId: string): string {
  return `transition:${slugOf(fromRoleId)}--${slugOf(toRoleId)}`;
}

/** Id of the requirement of a skill by a role. */
export function requirementId(roleId: string, skillId: string): string {
  return `requirement:${slugOf(roleId)}--${slugOf(skillId)}`;
}

/** Id of the requirement of a degree by a role. */
export function degreeRequirementId(roleId: string, degreeId: string): string {
  return `degree-requirement:${slugOf(roleId)}--${slugOf(degreeId)}`;
}

/** Id of the match from one record to another of the same kind. The id contains the kind: `match:role.a--role.b`. */
export function matchId(fromId: string, toId: string): string {
  return `match:${fromId.replace(":", ".")}--${toId.replace(":", ".")}`;
}

/**
 * Id of a relation between two nodes: a key for drawing and for client caches. It has its own prefix because a relation has other fields
 * than the fact that it shows, such as a transition, so a cache must not treat the two as one object.
 */
export function relationId(type: RelationKind, fromId: string, toId: string): string {
  return `relation:${type}:${fromId}:${toId}`;
}
