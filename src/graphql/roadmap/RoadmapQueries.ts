import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Degree } from "../../model/Degree.js";
import type { DegreeLevel } from "../../model/DegreeLevel.js";
import type { Phase } from "../../model/Phase.js";
import { findPaths } from "../../paths/findPaths.js";
import { PathObjective } from "../../paths/query/PathObjective.js";
import { UNCONSTRAINED } from "../../paths/query/PathQuery.js";
import { planRoadmap, type RoadmapEntry } from "../../paths/planRoadmap.js";
import { skillGap } from "../../paths/skillGap.js";
import { SkillsHeld } from "../../paths/learning/SkillsHeld.js";
import type { Context } from "../Context.js";
import type { Loaders } from "../Loaders.js";
import { heldSkillIds } from "../profile/heldSkillIds.js";
import { PersonArgs, resolvePerson } from "../profile/PersonArgs.js";
import type { Profile } from "../profile/resolveProfile.js";
import { Roadmap, type RoadmapStage } from "./Roadmap.js";

/** The one stage of a roadmap where the dataset knows no phases. */
const NO_PHASES = [{ name: "Skills to learn", years: null }] as const;

const LEVELS: readonly DegreeLevel[] = ["BACHELOR", "MASTER", "DOCTORATE"];

/** What to learn for a role, in order. */
@Resolver()
export class RoadmapQueries {
  @Query(() => Roadmap, {
    nullable: true,
    description:
      "What to learn for a role, and what that builds on, in the order of the phases of skill development. That no path leads there is no error. Null only beside an error.",
  })
  async roadmap(@Args(() => PersonArgs) args: PersonArgs, @Ctx() context: Context): Promise<Roadmap> {
    const { snapshot, loaders } = context;
    const { fromId, toId, person } = await resolvePerson(context, args);

    const [held, phases, degrees, passed] = await Promise.all([
      heldSkillIds(person, loaders),
      snapshot.reader.every("phase"),
      degreesToEarn(loaders, toId, person),
      rolesPassed(context, fromId, toId),
    ]);
    const developed = await Promise.all(phases.map((phase) => loaders.related("skillsOfPhase", phase.id)));
    const phaseOf = new Map<string, number>();
    for (const [index, skills] of developed.entries()) {
      for (const { id } of skills) if (!phaseOf.has(id)) phaseOf.set(id, index);
    }
    const stages = phases.length > 0 ? phases : NO_PHASES;
    const firstStage = stageAt(phases, person.years);
    const plan = planRoadmap(
      snapshot.network,
      skillGap(snapshot.network, toId, fromId, held).missingSkillIds,
      SkillsHeld.of(snapshot.network, fromId, held),
      (skillId) => phaseOf.get(skillId),
      stages.length,
      firstStage,
    );
    const neededBy = (skillId: string): readonly string[] => {
      const needing = passed.filter((roleId) =>
        snapshot.network.skillsNeeded(roleId).some((need) => need.skillId === skillId),
      );
      return needing.length > 0 ? needing : [toId];
    };
    const filled = await Promise.all(
      plan.map(async (entries, index): Promise<RoadmapStage> => {
        const { name, years } = stages[index] as (typeof stages)[number];
        return {
          name,
          years,
          skills: entries.map((entry) => ({ ...entry, neededByIds: neededBy(entry.skillId) })),
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

/** Index of the phase that years of experience fall in; the first where they are unknown or there are no phases. */
function stageAt(phases: readonly Phase[], years: number | null): number {
  const reached = phases.filter((phase) => phase.years.from <= (years ?? 0)).length;
  return Math.max(0, reached - 1);
}

/** The roles that the path of fewest steps reaches, `to` the last; `to` alone where there is no path or no start. */
async function rolesPassed(context: Context, fromId: string | null, toId: string): Promise<readonly string[]> {
  if (fromId === null) return [toId];
  const { outcome, paths } = await findPaths(context.snapshot.network, {
    fromId,
    toId,
    objective: PathObjective.FEWEST_STEPS,
    limit: 1,
    constraints: UNCONSTRAINED,
    heldSkillIds: [],
    budget: context.searchBudget(),
  });
  if (outcome === "LIMIT_REACHED") context.notRepeatable();
  return paths[0]?.roleIds.slice(1) ?? [toId];
}

/** The degrees that a role asks for at least and that no degree held equals or exceeds. */
async function degreesToEarn(loaders: Loaders, roleId: string, { degreeIds }: Profile): Promise<Degree[]> {
  const asked = (await loaders.related("degreeRequirementsOfRole", roleId)).filter(
    ({ necessity }) => necessity === "MINIMUM",
  );
  const [wanted, held] = await Promise.all([
    loaders.existingAll<Degree>(asked.map(({ degreeId }) => degreeId)),
    loaders.existingAll<Degree>(degreeIds),
  ]);
  const highest = Math.max(-1, ...held.map(({ level }) => LEVELS.indexOf(level)));
  return wanted.filter(({ id, level }) => LEVELS.indexOf(level) > highest && !degreeIds.includes(id));
}

/** The certificates that show a skill of a stage, each once, less those held. */
async function certificationsFor(loaders: Loaders, entries: readonly RoadmapEntry[], { certificationIds }: Profile) {
  const shown = await Promise.all(entries.map(({ skillId }) => loaders.related("certificationsOfSkill", skillId)));
  const byId = new Map(shown.flat().map((certification) => [certification.id, certification]));
  for (const id of certificationIds) byId.delete(id);
  return [...byId.values()];
}
