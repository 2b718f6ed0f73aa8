import { createHash } from "node:crypto";
import type { Closeness } from "../../model/Closeness.js";
import type { Dataset } from "../Dataset.js";
import { closenessOfSimilarity } from "./closenessOfSimilarity.js";
import { SkillSimilarity } from "./SkillSimilarity.js";

/** How well similarity of skills agrees with the occupations that a source relates. */
export interface SimilarityMeasure {
  /** The share of the ten most similar roles that the source relates to a role; the mean over the roles. */
  readonly precisionAt10: number;
  /** The share of the roles related by the source that are among the ten most similar roles; the mean over the roles. */
  readonly recallAt10: number;
  /** The expected precision of ten random roles. */
  readonly byChance: number;
  /** The number of roles measured: those with needs and RELATED transitions of the source. */
  readonly roles: number;
  /** By closeness: how many pairs `inferTransitions` would connect, and the share of them that the source also relates. */
  readonly bands: Readonly<Partial<Record<Closeness, { readonly pairs: number; readonly precision: number }>>>;
}

const TEN = 10;

/**
 * Whether a role belongs to the half on which weights and bands were chosen. A hash of the id selects the half, so it is the same in every
 * run. Figures are reported for the other half.
 */
export function isTuned(roleId: string): boolean {
  return ((createHash("sha256").update(roleId).digest()[0] as number) & 1) === 0;
}

/**
 * Compares similarity of skills with the RELATED transitions of a dataset, for the roles that `counts` accepts; null if none of them has any.
 * The transitions must come from the dataset's source, not from an earlier inference.
 * @param most the most roles that `inferTransitions` would connect with one role
 */
export function measureSimilarity(
  dataset: Pick<Dataset, "requirements" | "transitions">,
  most: number,
  counts: (roleId: string) => boolean = () => true,
): SimilarityMeasure | null {
  const related = new Map<string, Set<string>>();
  for (const { fromId, toId, kind } of dataset.transitions) {
    if (kind === "RELATED") related.set(fromId, (related.get(fromId) ?? new Set()).add(toId));
  }
  const withNeeds = new Set(dataset.requirements.map(({ roleId }) => roleId));
  const others = Math.max(1, withNeeds.size - 1);
  const similarity = new SkillSimilarity(dataset);
  const bands = new Map<Closeness, { pairs: number; hits: number }>();
  let precision = 0;
  let recall = 0;
  let byChance = 0;
  let roles = 0;
  for (const [roleId, ofSource] of related) {
    if (!withNeeds.has(roleId) || !counts(roleId)) continue;
    const like = similarity.rolesLike(roleId, 0);
    const hits = like.slice(0, TEN).filter((each) => ofSource.has(each.roleId)).length;
    precision += hits / TEN;
    recall += hits / ofSource.size;
    byChance += Math.min(1, ofSource.size / others);
    roles++;
    for (const each of like.slice(0, most)) {
      const closeness = closenessOfSimilarity(each.similarity);
      if (closeness === null) break;
      const band = bands.get(closeness) ?? { pairs: 0, hits: 0 };
      bands.set(closeness, band);
      band.pairs++;
      if (ofSource.has(each.roleId)) band.hits++;
    }
  }
  if (roles === 0) return null;
  return {
    ...{ precisionAt10: precision / roles, recallAt10: recall / roles, byChance: byChance / roles, roles },
    bands: Object.fromEntries(
      [...bands].map(([closeness, { pairs, hits }]) => [closeness, { pairs, precision: hits / pairs }]),
    ),
  };
}
