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

/** Steps that a search by skills allows beyond the fewest, where the request does not bound them itself. */
export const STEPS_BEYOND_FEWEST = 3;

/** What searches by skills start from. */
export interface LearningTask extends LearningStart {
  /** By steps first; by months too where asked for. */
  readonly bounds: SearchBounds;
  readonly bottlenecks: BottleneckBounds;
}

/** What is known of such a search before it has spent anything on bounds. */
export interface LearningStart {
  /** The task with its steps bounded. */
  readonly task: PathTask;
  /** The path of fewest steps, which any better one must beat; its cost is (skills, weight, inferred steps). */
  readonly fewest: RankedPath;
  /** Skills that every path brings at least, by what the end and the vias need. */
  readonly leastSkills: number;
  readonly skills: LearnedSkills;
}

/**
 * Bounds the steps of a search by skills: as asked, else by the fewest steps that the constraints allow, and 3 more. Null where
 * no path was found, as the constraints allow none or the clock ran out.
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

/** Finds the bounds that a search by skills needs; null if the clock ran out.
 * @param withMonths whether lower bounds of months are wanted, though the request may not bound them
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

/** A path ranked by weight as one ranked by skills first. */
export function withSkills({ roles, cost }: RankedPath, skills: LearnedSkills): RankedPath {
  skills.clear(0);
  for (const role of roles.slice(1)) skills.learn(0, 0, role);
  return { roles, cost: [skills.count(0), ...cost] };
}
