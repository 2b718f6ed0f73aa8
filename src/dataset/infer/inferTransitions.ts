import { transitionId } from "../../model/EntityId.js";
import type { SkillRequirement } from "../../model/SkillRequirement.js";
import type { Dataset } from "../Dataset.js";
import type { RecordDraft } from "../recordShapes.js";
import { SkillLikeness } from "./SkillLikeness.js";

/** Transitions inferred from a role at most. */
export const MOST_INFERRED = 20;

/**
 * Roles less alike are not joined. Of the pairs of ESCO occupations that are just so much alike half stand in the same sub-major
 * group of ISCO, which the measure does not see; below it fewer, above it ever more (nearly all from 0.75 on). O*NET rates all
 * occupations by the same 68 elements, so they are more alike: there more than four in ten of those from 0.7 on are related, and six
 * in ten from 0.8 on.
 */
export const LEAST_LIKENESS = 0.3;

type TransitionDraft = RecordDraft<"transitions">;
type Citations = TransitionDraft["cites"];

/**
 * RELATED transitions from each role that no source leads out of, to the roles that need most nearly the same skills: those at
 * least `LEAST_LIKENESS` alike, at most `MOST_INFERRED` a role, best first. Pairs that a transition joins already are passed over.
 * Asymmetric: the way to a role that asks for more may be missing where the way back is there. Each says in its note from what.
 * O(pairs of roles that share a skill, times the skills they share).
 */
export function inferTransitions(
  dataset: Pick<Dataset, "roles" | "requirements" | "transitions">,
  onProgress: (done: number, total: number) => void = () => {},
): TransitionDraft[] {
  const likeness = new SkillLikeness(dataset);
  const joined = new Set(dataset.transitions.map(({ id }) => id));
  const stated = new Set(dataset.transitions.filter(({ basis }) => basis === "STATED").map(({ fromId }) => fromId));
  const needsOf = new Map<string, SkillRequirement[]>();
  for (const need of dataset.requirements) {
    const needs = needsOf.get(need.roleId);
    if (needs === undefined) needsOf.set(need.roleId, [need]);
    else needs.push(need);
  }
  const titles = new Map(dataset.roles.map(({ id, title }) => [id, title]));
  const citations = new Map([...needsOf].map(([roleId, needs]) => [roleId, citationsOf(needs)]));

  return dataset.roles.flatMap(({ id: from, title }, index) => {
    onProgress(index, dataset.roles.length);
    if (stated.has(from)) return [];
    const held = new Set(needsOf.get(from)?.map(({ skillId }) => skillId));
    return likeness
      .rolesLike(from, LEAST_LIKENESS)
      .filter(({ roleId: to }) => !joined.has(transitionId(from, to)))
      .slice(0, MOST_INFERRED)
      .map(({ roleId: to, likeness: alike }) => {
        const needs = needsOf.get(to) ?? [];
        const shared = needs.filter(({ skillId }) => held.has(skillId)).length;
        const note =
          `Inferred from needed skills: "${title}" needs ${shared} of the ${needs.length} that "${titles.get(to)}" needs ` +
          `(likeness ${alike.toFixed(2)}).`;
        const cites = distinct([...(citations.get(from) ?? []), ...(citations.get(to) ?? [])]);
        return { from, to, kind: "RELATED" as const, basis: "INFERRED" as const, note, cites };
      });
  });
}

/** The citations of needs, as records write them, each once. */
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
