import type { Entity } from "../../model/Entity.js";
import type { Role } from "../../model/Role.js";
import type { Skill } from "../../model/Skill.js";
import { bySeniority } from "../bySeniority.js";
import type { Page, PageQuery, Slice } from "../CareerStore.js";
import type { GraphIndex } from "./GraphIndex.js";

/**
 * One page of a list; an item's position is its index in the list before filtering. O(list), which in memory costs less than
 * an index for every filter.
 */
export function pageOf<T>(
  list: readonly T[],
  { first, after }: Slice,
  passes: (item: T) => boolean = () => true,
): Page<T> {
  const items: { position: number; node: T }[] = [];
  let totalCount = 0;
  let before = 0;
  list.forEach((node, position) => {
    if (!passes(node)) return;
    totalCount++;
    if (after !== null && position <= after) before++;
    else if (items.length < first) items.push({ position, node });
  });
  return {
    items,
    totalCount,
    hasNextPage: before + items.length < totalCount,
    hasPreviousPage: before > 0,
  };
}

/** One page of entities, of those that pass every filter given. */
export function entityPage(graph: GraphIndex, query: PageQuery): Page<Entity> {
  const list = graph.entities[query.prefix];
  // Only roles have a seniority; by it, all others stand in default order.
  const ordered = query.order === "SENIORITY" && query.prefix === "role" ? bySeniority(list as readonly Role[]) : list;
  return pageOf(ordered, query, (entity) => passesRoles(graph, query, entity) && passesSkills(query, entity));
}

function passesRoles(graph: GraphIndex, { prefix, roles }: PageQuery, entity: Entity): boolean {
  if (prefix !== "role" || roles === undefined) return true;
  const { trackId, place, requiresAnyOf } = roles;
  const role = entity as Role;
  return (
    (trackId === undefined || role.trackId === trackId) &&
    (place === undefined || role.place === place) &&
    (requiresAnyOf === undefined ||
      (graph.requirementsOfRole.get(role.id) ?? []).some(({ skillId }) => requiresAnyOf.includes(skillId)))
  );
}

function passesSkills({ prefix, skills }: PageQuery, entity: Entity): boolean {
  return prefix !== "skill" || skills?.category === undefined || (entity as Skill).category === skills.category;
}
