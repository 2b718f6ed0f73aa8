import { BottleneckBounds } from "./BottleneckBounds.js";
import type { SearchBounds } from "../search/LabelExtender.js";
import { LearnedSkills } from "./LearnedSkills.js";
import type { PathTask } from "../query/PathTask.js";
import type { PathQuery } from "../query/PathQuery.js";
import { rankByWeight, searchBounds } from "../shortest/rankByWeight.js";
import type { RankedPath } from "../search/rankPaths.js";
import type { SearchClock } from "../pace/SearchClock.js";
import { SkillsHeld } from "./SkillsHeld.js";
import { stepsFirst } from "../search/Weights.js";

/** If the request has no `maxSteps`, a search by skills allows this many steps more than the fewest. */
export const STEPS_BEYOND_FEWEST = 3;

/** The input of the searches by skills. */
export interface LearningTask extends LearningStart {
  /** Bounds by steps first, and also by months if requested. */
  readonly bounds: SearchBounds;
  readonly bottlenecks: BottleneckBounds;
}

/** What is known about a search by skills before its bounds are computed. */
export interface LearningStart {
  /** The task with a cap on steps. */
  readonly task: PathTask;
  /** The path of fewest steps, as the first path to beat. Its cost is (skills, weight, inferred steps). */
  readonly fewest: RankedPath;
  /** A lower bound on the skills of every path, from the needs of the end and of the vias. */
  readonly leastSkills: number;
  readonly skills: LearnedSkills;
}

/**
 * Caps the steps of a search by skills at `maxSteps` of the request or, if it has none, at STEPS_BEYOND_FEWEST more than the fewest steps
 * that the constraints allow. Null if no path was found, because the constraints allow none or the clock ran out.
 */
export async function learningStart(
  asked: PathTask,
  query: Pick<PathQuery, "heldSkillIds" | "heldLevels">,
  clock: SearchClock,
): Promise<LearningStart | null> {
  const { paths } = await rankByWeight(asked, "steps", 1, clock);
  const [path] = paths;
  if (path === undefined) return null;
  const cap = path.roles.length - 1 + STEPS_BEYOND_FEWEST;
  const task: PathTask = { ...asked, maxSteps: asked.maxSteps === Infinity ? cap : asked.maxSteps };
  const skills = new LearnedSkills(
    task.network,
    SkillsHeld.of(task.network, task.network.roleId(task.from), query.heldSkillIds, query.heldLevels),
  );
  skills.clear(0);
  const leastSkills = Math.max(...task.waypoints.map((records) => skills.leastWith(0, records)));
  return { task, fewest: withSkills(path, skills), leastSkills, skills };
}

/**
 * Computes the lower bounds for a search by skills; null if the clock ran out.
 * @param withMonths whether to compute lower bounds on months even if the request does not bound them
 */
export async function learningTask(
  start: LearningStart,
  withMonths: boolean,
  clock: SearchClock,
): Promise<LearningTask | null> {
  const { task, skills } = start;
  const withOther = withMonths || task.maxMonths < Infinity;
  const bounds = await searchBounds(task, stepsFirst(task.network, task.waypoints.length), withOther, clock);
  if (bounds === null) return null;
  return { ...start, bounds, bottlenecks: await BottleneckBounds.of(task, skills, clock) };
}

/** Puts the number of skills to learn before the cost of a path that was ranked by weight. */
export function withSkills({ roles, cost }: RankedPath, skills: LearnedSkills): RankedPath {
  skills.clear(0);
  for (const role of roles.slice(1)) skills.learn(0, 0, role);
  return { roles, cost: [skills.count(0), ...cost] };
}
