import type { Basis } from "../../model/Basis.js";
import type { Citation } from "../../model/Citation.js";
import { relationId } from "../../model/EntityId.js";
import type { DegreeRequirement } from "../../model/DegreeRequirement.js";
import type { Entity } from "../../model/Entity.js";
import type { Match } from "../../model/Match.js";
import type { Relation } from "../../model/Relation.js";
import type { RelationKind } from "../../model/RelationKind.js";
import type { Role } from "../../model/Role.js";
import type { SkillRequirement } from "../../model/SkillRequirement.js";
import type { Transition } from "../../model/Transition.js";
import type { GraphIndex } from "./GraphIndex.js";

/*
 * The graph as relations between nodes, which are made on demand. Facts, links, tracks and citations have indexes of their own; storing them
 * as relations, too, would double the store's memory.
 */

/** Every relation that starts from a node. */
export function* relationsFrom(graph: GraphIndex, id: string): Iterable<Relation> {
  for (const transition of graph.transitionsFrom.get(id) ?? []) yield leadsTo(transition);
  for (const requirement of graph.requirementsOfRole.get(id) ?? []) yield requires(requirement);
  for (const requirement of graph.degreeRequirementsOfRole.get(id) ?? []) yield asksFor(requirement);
  for (const match of graph.matchesOf.get(id) ?? []) if (match.fromId === id) yield matches(match);
  yield* graph.linksFrom.get(id) ?? [];
  const ordinal = graph.ordinals.get(id);
  if (ordinal === undefined) return;
  const entity = graph.nodes.get(id) as Entity;
  if (isRole(entity)) yield* onTrack(entity);
  for (const sourceId of new Set(entity.citations.map((citation) => citation.sourceId))) yield cites(id, sourceId);
}

/** Every relation that leads to a node. */
export function* relationsInto(graph: GraphIndex, id: string): Iterable<Relation> {
  for (const transition of graph.transitionsInto.get(id) ?? []) yield leadsTo(transition);
  for (const requirement of graph.requirementsOfSkill.get(id) ?? []) yield requires(requirement);
  for (const requirement of graph.degreeRequirementsOfDegree.get(id) ?? []) yield asksFor(requirement);
  for (const match of graph.matchesOf.get(id) ?? []) if (match.toId === id) yield matches(match);
  yield* graph.linksInto.get(id) ?? [];
  for (const role of graph.rolesOfTrack.get(id) ?? []) yield* onTrack(role);
  for (const entity of graph.citersOf.get(id) ?? []) yield cites(entity.id, id);
}

function isRole(entity: Entity): entity is Role {
  return entity.id.startsWith("role:");
}

function leadsTo({ fromId, toId, basis, citations }: Transition): Relation {
  return relation("LEADS_TO", fromId, toId, basis, citations);
}

function requires({ roleId, skillId, basis, citations }: SkillRequirement): Relation {
  return relation("REQUIRES", roleId, skillId, basis, citations);
}

function asksFor({ roleId, degreeId, citations }: DegreeRequirement): Relation {
  return relation("ASKS_FOR", roleId, degreeId, null, citations);
}

function matches({ fromId, toId, basis, citations }: Match): Relation {
  return relation("MATCHES", fromId, toId, basis, citations);
}

function* onTrack({ id, trackId }: Role): Iterable<Relation> {
  if (trackId !== null) yield relation("ON_TRACK", id, trackId, null, []);
}

function cites(id: string, sourceId: string): Relation {
  return relation("CITES", id, sourceId, null, []);
}

function relation(
  type: RelationKind,
  from: string,
  to: string,
  basis: Basis | null,
  citations: readonly Citation[],
): Relation {
  return { id: relationId(type, from, to), type, from, to, basis, citations };
}
