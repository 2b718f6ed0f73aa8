import { transitionId } from "../../model/EntityId.js";
import type { SkillRequirement } from "../../model/SkillRequirement.js";
import { append } from "../../model/append.js";
import type { Dataset } from "../Dataset.js";
import type { RecordDraft } from "../recordShapes.js";
import { closenessOfSimilarity, LEAST_SIMILARITY } from "./closenessOfSimilarity.js";
import { SkillSimilarity } from "./SkillSimilarity.js";

/** The most transitions inferred from one role. */
export const MOST_INFERRED = 20;

type TransitionDraft = RecordDraft<"transitions">;
type Citations = TransitionDraft["cites"];

/**
 * Infers RELATED transitions from each role to the roles with the most similar needs: those with a similarity of at least `LEAST_SIMILARITY`,
 * at most `MOST_INFERRED` per role, best first, with the closeness of their band. Skips roles from which the dataset already has a STATED
 * or RELATED transition, because its source knows better, and pairs that already have a transition. The note of each transition says what
 * it is inferred from. O(sum of the shared skills over all pairs of roles).
 */
export function inferTransitions(
  dataset: Pick<Dataset, "roles" | "requirements" | "transitions">,
  onProgress: (done: number, total: number) => void = () => {},
): TransitionDraft[] {
  const similarity = new SkillSimilarity(dataset);
  const joined = new Set(dataset.transitions.map(({ id }) => id));
  const skipped = new Set(
    dataset.transitions
      .filter(({ basis, kind }) => basis === "STATED" || kind === "RELATED")
      .map(({ fromId }) => fromId),
  );
  const needsOf = new Map<string, SkillRequirement[]>();
  for (const need of dataset.requirements) append(needsOf, need.roleId, need);
  const titles = new Map(dataset.roles.map(({ id, title }) => [id, title]));
  const citations = new Map([...needsOf].map(([roleId, needs]) => [roleId, citationsOf(needs)]));

  return dataset.roles.flatMap(({ id: from, title }, index) => {
    onProgress(index, dataset.roles.length);
    if (skipped.has(from)) return [];
    const held = new Set(needsOf.get(from)?.map(({ skillId }) => skillId));
    return similarity
      .rolesLike(from, LEAST_SIMILARITY)
      .filter(({ roleId: to }) => !joined.has(transitionId(from, to)))
      .slice(0, MOST_INFERRED)
      .map(({ roleId: to, similarity: alike }) => {
        const needs = needsOf.get(to) ?? [];
        const shared = needs.filter(({ skillId }) => held.has(skillId)).length;
        const note =
          `Inferred from needed skills: "${title}" needs ${shared} of the ${needs.length} that "${titles.get(to)}" needs ` +
          `(similarity ${alike.toFixed(2)}).`;
        const cites = distinct([...(citations.get(from) ?? []), ...(citations.get(to) ?? [])]);
        const closeness = closenessOfSimilarity(alike) ?? undefined;
        return { from, to, kind: "RELATED" as const, basis: "INFERRED" as const, closeness, note, cites };
      });
  });
}

/** The citations of needs in the form of records, without duplicates. */
function citationsOf(needs: readonly SkillRequirement[]): Citations {
  const written = needs.flatMap(({ citations }) =>
    citations.map(({ sourceId, heading, viaId }) => ({
      source: sourceId,
      ...(heading === null ? {} : { heading }),
      ...(viaId === null ? {} : { via: viaId }),
    })),
  );
  return distinct(written);
}

function distinct(citations: Citations): Citations {
  return [...new Map(citations.map((citation) => [JSON.stringify(citation), citation])).values()];
}
