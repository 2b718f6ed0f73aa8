import type { RoleAttributes } from "../../model/RoleAttributes.js";
import { closenessOf, type Network, RISE_SHIFT } from "../network/Network.js";

/** The kinds of caution, in the order in which cautions about one step are listed. */
export const CautionKind = {
  FEW_SKILLS_KNOWN: "FEW_SKILLS_KNOWN",
  DEGREE_NEEDED: "DEGREE_NEEDED",
  PREPARATION_RISES: "PREPARATION_RISES",
  RELATED: "RELATED",
  DISTANT: "DISTANT",
  SAME_WORK: "SAME_WORK",
} as const;
export type CautionKind = (typeof CautionKind)[keyof typeof CautionKind];

export interface FoundCaution {
  readonly kind: CautionKind;
  /** The caution in words, as text to show. */
  readonly message: string;
  /** The step that the caution is about, counted from 1; null if it is about the whole path. */
  readonly position: number | null;
}

/** If the dataset lists fewer skills than this for the first role, the number of skills to learn is an upper bound. */
export const FEW_SKILLS = 5;

/**
 * The cautions of a path, by position and then by kind.
 * @param roles the path as role indexes
 * @param steps positions of its steps in `outSteps`
 * @param degrees the degree that each step requires
 */
export function cautionsOf(
  network: Network,
  roles: readonly number[],
  steps: readonly number[],
  degrees: readonly RoleAttributes["degree"][],
): FoundCaution[] {
  const { titles, needStart, outTraits, attributes } = network.columns;
  const cautions: FoundCaution[] = [];
  const start = roles[0]!;
  const known = needStart[start + 1]! - needStart[start]!;
  if (steps.length > 0 && known < FEW_SKILLS) {
    const count = known === 0 ? "no skills" : known === 1 ? "only 1 skill" : `only ${known} skills`;
    const message = `The dataset lists ${count} of ${titles[start]!}. A person in that role may already have some of the skills that this path lists.`;
    cautions.push({ kind: "FEW_SKILLS_KNOWN", message, position: null });
  }
  for (const [i, step] of steps.entries()) {
    const [from, to, degree] = [roles[i]!, roles[i + 1]!, degrees[i]!];
    const add = (kind: CautionKind, message: string) => cautions.push({ kind, message, position: i + 1 });
    if (degree !== null) add("DEGREE_NEEDED", `${titles[to]!} requires a degree: ${degree.name}.`);
    const [before, after] = [attributes[from]!.preparation, attributes[to]!.preparation];
    if (before !== null && after !== null && outTraits[step]! >> RISE_SHIFT > 0) {
      const education = after.education === null ? "" : ` ${after.education}`;
      add(
        "PREPARATION_RISES",
        `${titles[to]!} takes more preparation: level ${after.level} of ${after.scale}, after level ${before.level}.${education}`,
      );
    }
    if (network.kindOfStep(step) === "RELATED") {
      add("RELATED", `${titles[from]!} and ${titles[to]!} do similar work, but no source documents this move.`);
    }
    if (closenessOf(outTraits[step]!) === "DISTANT") {
      add("DISTANT", `The work of ${titles[from]!} and ${titles[to]!} has little in common.`);
    }
    if (network.kindOfStep(step) === "SAME_WORK") {
      add(
        "SAME_WORK",
        `${titles[from]!} and ${titles[to]!} are matched as the same work in two datasets; the step is not a job change.`,
      );
    }
  }
  return cautions;
}
