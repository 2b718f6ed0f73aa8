import { prefixOf } from "./EntityId.js";
import type { EntityPrefix } from "./entityKinds.js";
import type { RelationKind } from "./RelationKind.js";

/** The relation from an entity to its skills, by id prefix, for every kind of entity except roles that has skills. */
export const SKILL_LINKS = {
  certification: "CERTIFIES",
  phase: "DEVELOPS",
  activity: "DEVELOPS",
  trend: "CALLS_FOR",
} as const satisfies Partial<Record<EntityPrefix, RelationKind>>;

/** The relation from an entity to its skills, by id of the entity; null if its kind has no skills. */
export function skillLinkOf(id: string): RelationKind | null {
  const prefix = prefixOf(id);
  return prefix !== null && prefix in SKILL_LINKS ? SKILL_LINKS[prefix as keyof typeof SKILL_LINKS] : null;
}
