import type { Dataset } from "../Dataset.js";
import { SkillLikeness } from "./SkillLikeness.js";

/** How well likeness of skills meets what a source relates. */
export interface Recall {
  /** Of the stated RELATED transitions of a role, at most ten counted, the share among the ten roles most like it; a mean. */
  readonly recallAt10: number;
  /** What ten roles drawn at random would reach. */
  readonly byChance: number;
  /** Roles looked at: those with needs and stated RELATED transitions. */
  readonly roles: number;
}

const TEN = 10;

/** Holds likeness of skills against the RELATED transitions that sources state; null where they state none. */
export function measureRecall(dataset: Pick<Dataset, "requirements" | "transitions">): Recall | null {
  const related = new Map<string, Set<string>>();
  for (const { fromId, toId, kind, basis } of dataset.transitions) {
    if (kind === "RELATED" && basis === "STATED") related.set(fromId, (related.get(fromId) ?? new Set()).add(toId));
  }
  const withNeeds = new Set(dataset.requirements.map(({ roleId }) => roleId));
  const likeness = new SkillLikeness(dataset);
  let recall = 0;
  let byChance = 0;
  let roles = 0;
  for (const [roleId, stated] of related) {
    if (!withNeeds.has(roleId)) continue;
    const most = Math.min(TEN, stated.size);
    const others = Math.max(1, withNeeds.size - 1);
    const best = likeness.rolesLike(roleId, 0).slice(0, TEN);
    recall += best.filter((like) => stated.has(like.roleId)).length / most;
    byChance += (Math.min(TEN, others) * stated.size) / others / most;
    roles++;
  }
  return roles === 0 ? null : { recallAt10: recall / roles, byChance: byChance / roles, roles };
}
