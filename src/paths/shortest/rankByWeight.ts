import { AdditiveSearch } from "./AdditiveSearch.js";
import type { SearchBounds } from "../search/LabelExtender.js";
import type { PathTask } from "../query/PathTask.js";
import { rankByMeeting } from "./rankByMeeting.js";
import { type IsEnough, rankPaths, type WeightRanking } from "../search/rankPaths.js";
import { RemainderBounds } from "./RemainderBounds.js";
import type { SearchClock } from "../pace/SearchClock.js";
import { monthsFirst, stepsFirst, type Weights } from "../search/Weights.js";

/**
 * Finds the best paths by (steps, months) or (months, steps), then inferred steps and role ids. Their cost is (packed weight, inferred
 * steps). The ends must differ.
 * @param isEnough see `rankPaths`
 */
export async function rankByWeight(
  task: PathTask,
  metric: "steps" | "months",
  limit: number,
  clock: SearchClock,
  isEnough?: IsEnough,
): Promise<WeightRanking> {
  const { from, waypoints } = task;
  const weights = weightsBy(metric, task);
  const otherBounded = (metric === "steps" ? task.maxMonths : task.maxSteps) < Infinity;
  if (waypoints.length === 1 && task.maxTrackChanges === Infinity && !otherBounded) {
    return rankByMeeting(task, weights, limit, clock, isEnough);
  }
  const bounds = await searchBounds(task, weights, otherBounded, clock);
  if (bounds === null) return { paths: [], proven: 0, leastWeight: 0 };
  const ranking = await rankPaths(from, limit, new AdditiveSearch(task, bounds, clock), clock, isEnough);
  return { ...ranking, leastWeight: bounds.left.left(from, 0) };
}

/** Converts a lower bound on the weight into one on the metric, in steps or months. */
export function leastUnits(task: PathTask, metric: "steps" | "months", weight: number): number {
  const weights = weightsBy(metric, task);
  return Math.floor(weight / (metric === "steps" ? weights.step : weights.month));
}

function weightsBy(metric: "steps" | "months", { network, waypoints }: PathTask): Weights {
  return metric === "steps" ? stepsFirst(network, waypoints.length) : monthsFirst(network, waypoints.length);
}

/**
 * Computes the lower bounds for a search; null if they prove that there is no path or the clock ran out.
 * @param withOther whether to compute bounds in the other metric too
 */
export async function searchBounds(
  task: PathTask,
  weights: Weights,
  withOther: boolean,
  clock: SearchClock,
): Promise<SearchBounds | null> {
  const { network, waypoints } = task;
  const left = await RemainderBounds.of(task, weights, clock);
  if (left === null) return null;
  if (!withOther) return { weights, left, most: Infinity, other: null };
  const other = weights.bySteps ? monthsFirst(network, waypoints.length) : stepsFirst(network, waypoints.length);
  const otherLeft = await RemainderBounds.of(task, other, clock);
  return otherLeft === null ? null : { weights, left, most: Infinity, other: { weights: other, left: otherLeft } };
}
