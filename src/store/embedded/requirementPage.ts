import type { SkillRequirement } from "../../model/SkillRequirement.js";
import type { RequirementPage, RequirementPosition, RequirementSlice } from "../CareerStore.js";
import { requirementRank } from "../requirementRank.js";
import { positionsOf } from "../positionsOf.js";

/** A slice of the ordered requirements of one skill. O(log n + size). */
export function requirementPage(
  list: readonly SkillRequirement[],
  ordinals: ReadonlyMap<string, number>,
  slice: RequirementSlice,
): RequirementPage {
  /** How many requirements come before a position, or up to it. */
  const count = (position: RequirementPosition | null, inclusive: boolean): number | null => {
    if (position === null) return null;
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const requirement = list[middle] as SkillRequirement;
      const difference =
        requirementRank(requirement) - position.rank || (ordinals.get(requirement.roleId) as number) - position.role;
      if (difference < 0 || (inclusive && difference === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const { start, end } = positionsOf(slice, list.length, count(slice.after, true), count(slice.before, false));
  return { items: list.slice(start, end), start, totalCount: list.length };
}
