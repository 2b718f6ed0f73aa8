import { prefixOf } from "../../model/EntityId.js";
import { ENTITY_PREFIXES, type EntityPrefix } from "../../model/entityKinds.js";
import type { Certification } from "../../model/Certification.js";
import type { Entity } from "../../model/Entity.js";
import type { RelationKind } from "../../model/RelationKind.js";
import type { Role } from "../../model/Role.js";
import type { Skill } from "../../model/Skill.js";
import { skillLinkOf } from "../../model/skillLinks.js";
import type { Trend } from "../../model/Trend.js";
import type { RelatedTo } from "../CareerStore.js";
import { linksOfType, type GraphIndex } from "./GraphIndex.js";
import { byRanks } from "../listsByKey.js";

/** For each relation of the port, a function that returns the list of one id; empty if nothing is related. */
export type Related = { readonly [K in keyof RelatedTo]: (id: string) => readonly RelatedTo[K][] };

/**
 * The relations of the port, from an index. The first look-up of an id takes O(n log n) in the links, matches and requirements that it
 * examines. Its list is cached, because the index never changes.
 */
export function relatedOf(graph: GraphIndex): Related {
  const { nodes, ordinals, linksFrom, linksInto, requirementsOfRole } = graph;
  const inDefaultOrder = byRanks<Entity>(
    ({ id }) => prefixRank(id),
    ({ id }) => ordinals.get(id) as number,
  );
  /** Entities with these ids, each once, in default order. Callers know their type from the kind of link. */
  const entitiesOf = <T extends Entity>(ids: readonly string[]): readonly T[] =>
    [...new Set(ids)].map((id) => nodes.get(id) as T).sort(inDefaultOrder);
  const linkedIds = (type: RelationKind, id: string): string[] => linksOfType(linksFrom, type, id).map(({ to }) => to);
  const linkingIds = (type: RelationKind, id: string): string[] =>
    linksOfType(linksInto, type, id).map(({ from }) => from);

  /** The other ends of EXACT and CLOSE matches. */
  const closelyMatched = (id: string): string[] =>
    (graph.matchesOf.get(id) ?? []).flatMap(({ kind, fromId, toId }) =>
      kind === "EXACT" || kind === "CLOSE" ? (fromId === id ? toId : fromId) : [],
    );

  /** A look-up that computes each list once. Unknown ids are not cached, because clients can send any number of them. */
  const kept = <T>(lookUp: (id: string) => readonly T[]): ((id: string) => readonly T[]) => {
    const lists = new Map<string, readonly T[]>();
    return (id) => {
      let list = lists.get(id);
      if (list === undefined) {
        list = lookUp(id);
        if (nodes.has(id)) lists.set(id, list);
      }
      return list;
    };
  };
  /** The nodes to which a node links with links of a type. */
  const targets = <T extends Entity>(type: RelationKind) => kept<T>((id) => entitiesOf(linkedIds(type, id)));
  /** For a node with `ofPrefix`: the nodes with `prefix` that link to it. */
  const origins = <T extends Entity>(type: RelationKind, prefix: EntityPrefix, ofPrefix: EntityPrefix) =>
    kept<T>((id) =>
      prefixOf(id) === ofPrefix ? entitiesOf(linkingIds(type, id).filter((from) => prefixOf(from) === prefix)) : [],
    );
  /** The nodes that link to any skill that a role requires. */
  const throughSkills = <T extends Entity>(type: RelationKind) =>
    kept<T>((roleId) =>
      entitiesOf((requirementsOfRole.get(roleId) ?? []).flatMap(({ skillId }) => linkingIds(type, skillId))),
    );

  return {
    transitionsFromRole: listed(graph.transitionsFrom),
    transitionsIntoRole: listed(graph.transitionsInto),
    requirementsOfRole: listed(requirementsOfRole),
    degreeRequirementsOfRole: listed(graph.degreeRequirementsOfRole),
    certificationsOfRole: throughSkills<Certification>("CERTIFIES"),
    trendsOfRole: throughSkills<Trend>("CALLS_FOR"),
    payOfRole: origins("ABOUT", "pay", "role"),
    growthOfRole: origins("ABOUT", "growth", "role"),
    employmentOfRole: origins("ABOUT", "employment", "role"),
    statementsOfRole: origins("ABOUT", "statement", "role"),
    questionsOfRole: origins("ABOUT", "question", "role"),
    matchesOf: listed(graph.matchesOf),
    closeMatchesOfRole: kept<Role>((id) =>
      prefixOf(id) === "role"
        ? entitiesOf([...linkedIds("CLOSE_MATCH", id), ...linkingIds("CLOSE_MATCH", id), ...closelyMatched(id)])
        : [],
    ),
    employersOfRole: origins("EMPLOYS", "employer", "role"),
    buildsOnOfSkill: targets("BUILDS_ON"),
    partOfOfSkill: targets("PART_OF"),
    certificationsOfSkill: origins("CERTIFIES", "certification", "skill"),
    phasesOfSkill: origins("DEVELOPS", "phase", "skill"),
    skillsLinked: kept<Skill>((id) => {
      const type = skillLinkOf(id);
      return type === null ? [] : entitiesOf(linkedIds(type, id));
    }),
    aboutOf: targets("ABOUT"),
  };
}

function listed<T>(lists: ReadonlyMap<string, readonly T[]>): (id: string) => readonly T[] {
  return (id) => lists.get(id) ?? [];
}

function prefixRank(id: string): number {
  return ENTITY_PREFIXES.indexOf(prefixOf(id) as EntityPrefix);
}
