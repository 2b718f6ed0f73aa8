import type { SkillsHeld } from "../learning/SkillsHeld.js";
import type { Network } from "../network/Network.js";
import type { FoundStep } from "./FoundPaths.js";

/** What a person learns on a path, by step and in all. */
interface PathLearning {
  readonly steps: readonly Pick<FoundStep, "skillIdsToLearn" | "toRaise">[];
  /** Indexes of the learned skills, each the representative of its EXACT class. */
  readonly learned: ReadonlySet<number>;
  /** Indexes of the skills that are raised, without those that are also learned. */
  readonly raised: ReadonlySet<number>;
}

/**
 * What a person learns on a path. O(steps · needs of a role).
 * @param roles the path as role indexes
 * @param held what the person holds at its start; it then holds what they learn, too
 */
export function learningOnPath(network: Network, roles: readonly number[], held: SkillsHeld): PathLearning {
  const { skillIds, needSkill, representativeOf } = network.columns;
  const skillIdOf = (need: number): string => skillIds[needSkill[need]!]!;
  const learned = new Set<number>();
  const raised = new Set<number>();
  const steps = roles.slice(1).map((role) => {
    const missing = held.missingFor(role);
    const toRaise = held.toRaiseFor(role);
    for (const need of missing) {
      held.learn(need, role);
      learned.add(representativeOf[needSkill[need]!]!);
    }
    for (const { need } of toRaise) {
      held.learn(need, role);
      const skill = representativeOf[needSkill[need]!]!;
      if (!learned.has(skill)) raised.add(skill);
    }
    return {
      skillIdsToLearn: missing.map(skillIdOf),
      toRaise: toRaise.map(({ need, heldLevel }) => ({ skillId: skillIdOf(need), heldLevel })),
    };
  });
  return { steps, learned, raised };
}
