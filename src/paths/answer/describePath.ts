import { transitionId } from "../../model/EntityId.js";
import { cautionsOf } from "./cautionsOf.js";
import { countEssential } from "./countEssential.js";
import { ASSUMED_BIT, monthsOf, type Network, UNTIMED_BIT } from "../network/Network.js";
import type { FoundPath, FoundStep, FoundTotals } from "./FoundPaths.js";
import { assumptionOf, summaryOf } from "./pathWords.js";
import type { PathQuery } from "../query/PathQuery.js";
import { changesTrack } from "../query/PathTask.js";
import { DegreesHeld } from "../learning/DegreesHeld.js";
import { SkillsHeld } from "../learning/SkillsHeld.js";

/** What a person holds. */
export type Person = Pick<PathQuery, "heldSkillIds" | "heldLevels" | "heldDegrees">;

/**
 * Describes a path: its steps with what to learn at each, its totals, and what was assumed. The person holds the skills of the first
 * role from the start. O(steps · needs of a role).
 * @param roles the path as role indexes, each joined to the next by a step
 * @param person what the person holds in addition to what the first role needs
 */
export function describePath(
  network: Network,
  roles: readonly number[],
  { heldSkillIds, heldLevels, heldDegrees }: Person,
): FoundPath {
  const { roleIds, skillIds, outSteps, outTraits, needSkill, representativeOf, attributes } = network.columns;
  const held = SkillsHeld.of(network, roleIds[roles[0]!]!, heldSkillIds, heldLevels);
  const degrees = new DegreesHeld(network, roleIds[roles[0]!]!, heldDegrees);
  const steps: FoundStep[] = [];
  const assumptions: string[] = [];
  const titles = roles.map((role) => network.columns.titles[role]!);
  let monthsAtLeast = 0;
  let monthsAssumed = 0;
  let untimedSteps = 0;
  const learned = new Set<number>();
  const raised = new Set<number>();
  let trackChanges = 0;
  let inferredSteps = 0;
  for (let i = 1; i < roles.length; i++) {
    const from = roles[i - 1]!;
    const to = roles[i]!;
    const step = network.findStep(from, to);
    const assumed = (outTraits[step]! & ASSUMED_BIT) !== 0;
    const untimed = (outTraits[step]! & UNTIMED_BIT) !== 0;
    const months = monthsOf(outSteps[step]!);
    if (untimed) untimedSteps++;
    else monthsAtLeast += months;
    if (assumed) monthsAssumed += months;
    if (assumed || untimed) {
      const sort = network.sortOfStep(from, to, step);
      const kind = network.kindOfStep(step);
      assumptions.push(assumptionOf(i, titles, { kind, sort }, network.assumptionOfStep(from, to, step)));
    }
    if (changesTrack(network, from, to)) trackChanges++;
    const basis = network.basisOfStep(step);
    if (basis === "INFERRED") inferredSteps++;
    const missing = held.missingFor(to);
    const toRaise = held.toRaiseFor(to);
    for (const need of missing) {
      held.learn(need, to);
      learned.add(representativeOf[needSkill[need]!]!);
    }
    for (const { need } of toRaise) {
      held.learn(need, to);
      const skill = representativeOf[needSkill[need]!]!;
      if (!learned.has(skill)) raised.add(skill);
    }
    const degree = attributes[to]!.degree;
    const degreeNeeded = degree === null || degrees.meets(degree) ? null : degree;
    if (degreeNeeded !== null) degrees.earn(degreeNeeded);
    steps.push({
      position: i,
      fromId: roleIds[from]!,
      toId: roleIds[to]!,
      transitionId: transitionId(roleIds[from]!, roleIds[to]!),
      years: assumed || untimed ? null : months / 12,
      yearsAssumed: assumed ? months / 12 : null,
      kind: network.kindOfStep(step),
      basis,
      degreeIdsNeeded: degreeNeeded === null ? [] : [degreeNeeded.id],
      skillIdsToLearn: missing.map((need) => skillIds[needSkill[need]!]!),
      toRaise: toRaise.map(({ need, heldLevel }) => ({ skillId: skillIds[needSkill[need]!]!, heldLevel })),
    });
  }
  const totals: FoundTotals = {
    steps: steps.length,
    years: untimedSteps > 0 ? null : monthsAtLeast / 12,
    yearsAtLeast: monthsAtLeast / 12,
    yearsAssumed: monthsAssumed / 12,
    untimedSteps,
    skillsToLearn: learned.size,
    skillsToRaise: raised.size,
    essentialSkillsToLearn: countEssential(network, roles.slice(1), learned),
    trackChanges,
    statedSteps: steps.length - inferredSteps,
    inferredSteps,
  };
  const degreesNeeded = steps.flatMap(({ position, degreeIdsNeeded }) =>
    degreeIdsNeeded.length > 0 ? attributes[roles[position]!]!.degree!.name : [],
  );
  return {
    roleIds: roles.map((role) => roleIds[role]!),
    steps,
    totals,
    summary: summaryOf(titles, totals, degreesNeeded),
    assumptions,
    cautions: cautionsOf(network, roles, steps),
  };
}
