import { transitionId } from "../../model/EntityId.js";
import type { RoleAttributes } from "../../model/RoleAttributes.js";
import { cautionsOf } from "./cautionsOf.js";
import { countEssential } from "./countEssential.js";
import type { Network } from "../network/Network.js";
import type { FoundPath } from "./FoundPaths.js";
import { learningOnPath } from "./learningOnPath.js";
import { assumptionOf, summaryOf } from "./pathWords.js";
import type { PathQuery } from "../query/PathQuery.js";
import { changesTrack } from "../query/PathTask.js";
import { DegreesHeld } from "../learning/DegreesHeld.js";
import { SkillsHeld } from "../learning/SkillsHeld.js";
import { timeOfPath } from "./timeOfPath.js";

/** What a person holds. */
export type Person = Pick<PathQuery, "heldSkillIds" | "heldLevels" | "heldDegrees">;

/**
 * Describes a path: its steps with what to learn at each, its totals, and what was assumed. The person holds the skills of the first
 * role from the start. O(steps · needs of a role).
 * @param roles the path as role indexes, each joined to the next by a step
 * @param person what the person holds in addition to what the first role needs
 */
export function describePath(network: Network, roles: readonly number[], person: Person): FoundPath {
  const roleIds = roles.map((role) => network.columns.roleIds[role]!);
  const titles = roles.map((role) => network.columns.titles[role]!);
  const steps = roles.slice(1).map((to, i) => network.findStep(roles[i]!, to));
  const time = timeOfPath(network, steps);
  const held = SkillsHeld.of(network, roleIds[0]!, person.heldSkillIds, person.heldLevels);
  const learning = learningOnPath(network, roles, held);
  const degrees = degreesToEarn(network, roles, new DegreesHeld(network, roleIds[0]!, person.heldDegrees));
  const inferredSteps = steps.filter((step) => network.basisOfStep(step) === "INFERRED").length;
  return {
    roleIds,
    steps: steps.map((step, i) => {
      const { months, isAssumed, isUntimed } = time.steps[i]!;
      return {
        position: i + 1,
        fromId: roleIds[i]!,
        toId: roleIds[i + 1]!,
        transitionId: transitionId(roleIds[i]!, roleIds[i + 1]!),
        years: isAssumed || isUntimed ? null : months / 12,
        yearsAssumed: isAssumed ? months / 12 : null,
        kind: network.kindOfStep(step),
        basis: network.basisOfStep(step),
        degreeIdsNeeded: degrees[i] === null ? [] : [degrees[i]!.id],
        ...learning.steps[i]!,
      };
    }),
    totals: {
      steps: steps.length,
      years: time.untimedSteps > 0 ? null : time.monthsAtLeast / 12,
      yearsAtLeast: time.monthsAtLeast / 12,
      yearsAssumed: time.monthsAssumed / 12,
      untimedSteps: time.untimedSteps,
      skillsToLearn: learning.learned.size,
      skillsToRaise: learning.raised.size,
      essentialSkillsToLearn: countEssential(network, roles.slice(1), learning.learned),
      trackChanges: steps.filter((_, i) => changesTrack(network, roles[i]!, roles[i + 1]!)).length,
      statedSteps: steps.length - inferredSteps,
      inferredSteps,
    },
    summary: summaryOf(
      titles,
      time,
      degrees.flatMap((degree) => degree?.name ?? []),
    ),
    assumptions: steps.flatMap((step, i) => {
      const { isAssumed, isUntimed } = time.steps[i]!;
      if (!isAssumed && !isUntimed) return [];
      const [from, to] = [roles[i]!, roles[i + 1]!];
      const [kind, sort] = [network.kindOfStep(step), network.sortOfStep(from, to, step)];
      return assumptionOf(i + 1, titles, { kind, sort }, network.assumptionOfStep(from, to, step));
    }),
    cautions: cautionsOf(network, roles, steps, degrees),
  };
}

/**
 * The degree that each step of a path requires; null if its role needs none, or one that is held by then.
 * @param held the degrees at the start of the path; those that are earned are added
 */
function degreesToEarn(network: Network, roles: readonly number[], held: DegreesHeld): RoleAttributes["degree"][] {
  return roles.slice(1).map((role) => {
    const { degree } = network.columns.attributes[role]!;
    if (degree === null || held.meets(degree)) return null;
    held.earn(degree);
    return degree;
  });
}
