import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Degree } from "../../model/Degree.js";
import type { Phase } from "../../model/Phase.js";
import type { Role } from "../../model/Role.js";
import { DegreesHeld } from "../../paths/learning/DegreesHeld.js";
import { findPaths } from "../../paths/findPaths.js";
import { PathObjective } from "../../paths/query/PathObjective.js";
import { UNCONSTRAINED } from "../../paths/query/PathQuery.js";
import { planRoadmap, type RoadmapEntry } from "../../paths/planRoadmap.js";
import { skillGap } from "../../paths/skillGap.js";
import { SkillsHeld } from "../../paths/learning/SkillsHeld.js";
import type { Context } from "../Context.js";
import type { Loaders } from "../Loaders.js";
import { heldDegrees } from "../profile/heldDegrees.js";
import { heldSkillIds } from "../profile/heldSkillIds.js";
import { PersonArgs, resolvePerson } from "../profile/PersonArgs.js";
import type { Profile } from "../profile/resolveProfile.js";
import { Roadmap, type RoadmapStage } from "./Roadmap.js";

/** What to learn for a role, in order. */
@Resolver()
export class RoadmapQueries {
  @Query(() => Roadmap, {
    nullable: true,
    description:
      "What to learn for a role, including what those skills build on, in the order of the phases of skill development. Works even if no path leads to the role. Null only if there is an error.",
  })
  async roadmap(@Args(() => PersonArgs) args: PersonArgs, @Ctx() context: Context): Promise<Roadmap> {
    const { snapshot, loaders } = context;
    const { fromId, toId, person } = await resolvePerson(context, args);

    const [held, phases, degrees, passed] = await Promise.all([
      heldSkillIds(person, loaders),
      phasesFor(context, toId),
      degreesToEarn(context, fromId, toId, person),
      rolesPassed(context, fromId, toId),
    ]);
    const developed = await Promise.all(phases.map((phase) => loaders.related("skillsLinked", phase.id)));
    const phasesOf = new Map<string, number[]>();
    for (const [index, skills] of developed.entries()) {
      for (const { id } of skills) phasesOf.set(id, [...(phasesOf.get(id) ?? []), index]);
    }
    const firstStage = stageAt(phases, person.years);
    const gap = skillGap(snapshot.network, toId, fromId, held, person.heldLevels);
    const raised = new Map(gap.toRaise.map((toRaise) => [toRaise.skillId, toRaise]));
    const plan = planRoadmap(
      snapshot.network,
      [...gap.missingSkillIds, ...raised.keys()],
      SkillsHeld.of(snapshot.network, fromId, held, person.heldLevels),
      (skillId) => phasesOf.get(skillId) ?? [],
      Math.max(1, phases.length),
      firstStage,
    );
    const neededBy = (skillId: string): readonly string[] => {
      const { network } = snapshot;
      const skill = network.representativeOf(skillId);
      const needing = passed.filter((roleId) =>
        network.skillsNeeded(roleId).some((need) => network.representativeOf(need.skillId) === skill),
      );
      return needing.length > 0 ? needing : [toId];
    };
    const filled = await Promise.all(
      plan.map(async (entries, index): Promise<RoadmapStage> => {
        const phase = phases[index] ?? null;
        return {
          phase,
          name: phase?.name ?? "Skills to learn",
          years: phase?.years ?? null,
          skills: entries.map(({ developedThere, ...entry }) => ({
            ...entry,
            neededByIds: neededBy(entry.skillId),
            raised: raised.get(entry.skillId) ?? null,
            toId,
            placement: developedThere ? "STATED" : "INFERRED",
          })),
          certifications: await certificationsFor(loaders, entries, person),
          degrees: index === firstStage ? degrees : [],
        };
      }),
    );
    return {
      fromId,
      toId,
      ignored: person.ignored,
      stages: filled.filter(({ skills, degrees: asked }) => skills.length > 0 || asked.length > 0),
    };
  }
}

/**
 * Index of the phase that years of experience fall in: the last to begin of those that contain them, otherwise the last that begins before
 * them. If several begin together, the shortest. The first phase if the years are unknown or there are no phases.
 */
function stageAt(phases: readonly Phase[], years: number | null): number {
  const at = years ?? 0;
  const begun = phases.filter((phase) => phase.years.from <= at);
  const holding = begun.filter(({ years: { to } }) => to === null || at < to);
  const eligible = holding.length > 0 ? holding : begun;
  const start = eligible.at(-1)?.years.from;
  return Math.max(0, phases.indexOf(eligible.find(({ years: { from } }) => from === start) as Phase));
}

/** The roles that the path with the fewest steps reaches, ending with `to`; empty if there is no path or no start. */
async function rolesPassed(context: Context, fromId: string | null, toId: string): Promise<readonly string[]> {
  if (fromId === null) return [];
  const { outcome, paths } = await findPaths(context.snapshot.network, {
    fromId,
    toId,
    objective: PathObjective.FEWEST_STEPS,
    limit: 1,
    constraints: UNCONSTRAINED,
    // Stryker disable next-line ArrayDeclaration: skills do not change the number of steps
    heldSkillIds: [],
    budget: context.searchBudget(),
  });
  // Stryker disable next-line ConditionalExpression: in graphs that tests draw in a moment, no search for the fewest steps ends early
  if (outcome === "LIMIT_REACHED") context.limitReached();
  return paths[0]?.roleIds.slice(1) ?? [];
}

/** The phases of the role's dataset, earliest first. */
async function phasesFor({ loaders }: Context, roleId: string): Promise<readonly Phase[]> {
  const [phases, role] = await Promise.all([
    loaders.read((reader) => reader.every("phase")),
    loaders.existing<Role>(roleId),
  ]);
  return phases.filter(({ originId }) => originId === role.originId);
}

/** The degree that a role needs, unless the profile or the role `from` has one that meets the need. */
async function degreesToEarn(
  { snapshot: { network }, loaders }: Context,
  fromId: string | null,
  toId: string,
  person: Profile,
): Promise<readonly Degree[]> {
  const needed = network.degreeNeeded(toId);
  if (needed === null) return [];
  const held = new DegreesHeld(network, fromId, await heldDegrees(person, loaders));
  return held.meets(needed) ? [] : [await loaders.existing<Degree>(needed.id)];
}

/** The certifications that prove a skill of a stage, without duplicates and without those held. */
async function certificationsFor(loaders: Loaders, entries: readonly RoadmapEntry[], { certificationIds }: Profile) {
  const shown = await Promise.all(entries.map(({ skillId }) => loaders.related("certificationsOfSkill", skillId)));
  const byId = new Map(shown.flat().map((certification) => [certification.id, certification]));
  for (const id of certificationIds) byId.delete(id);
  return [...byId.values()];
}
