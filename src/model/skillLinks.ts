import { prefixOf } from "./EntityId.js";
import type { EntityPrefix } from "./entityKinds.js";
import type { RelationKind } from "./RelationKind.js";

/** The kinds of entity that name skills besides roles, by id prefix, with the relation that leads from them to a skill. */
export const SKILL_LINKS = {
  certification: "CERTIFIES",
  phase: "DEVELOPS",
  activity: "DEVELOPS",
  trend: "CALLS_FOR",
} as const satisfies Partial<Record<EntityPrefix, RelationKind>>;

/** The relation that leads from an entity to its skills, by its id; null if its kind has none. */
export function skillLinkOf(id: string): RelationKind | null {
  const prefix = prefixOf(id);
  return prefix !== null && prefix in SKILL_LINKS ? SKILL_LINKS[prefix as keyof typeof SKILL_LINKS] : null;
}
