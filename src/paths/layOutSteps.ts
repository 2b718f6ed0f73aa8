import { transitionId } from "../model/EntityId.js";
import { ASSUMED_BIT, INFERRED_BIT, MOST_MONTHS } from "./Network.js";
import type { Pace } from "./Pace.js";
import { NOT_STATED, type RoleColumns } from "./RoleColumns.js";

/** Steps handled between two looks at the clock. */
const STRIDE = 16_384;

/**
 * Lays transitions out as compressed sparse rows, forward and backward, by two stable counting sorts (so rows are sorted by role
 * without comparing), and counts months for each: its own figure, else the rise in experience asked for, else the lower median
 * of all known steps. O(roles + transitions).
 * @param finalOf the index of each role by its number in the columns
 * @param experienceFrom years of experience asked for by role index, NaN where unknown
 */
export async function layOutSteps(
  roles: RoleColumns,
  finalOf: Int32Array,
  experienceFrom: Float64Array,
  roleIds: readonly string[],
  pace: Pace,
) {
  const from = roles.stepFrom.view();
  const to = roles.stepTo.view();
  const kind = roles.stepKind.view();
  const inferred = roles.stepInferred.view();
  const months = roles.stepMonths.view();
  const stepCount = from.length;
  for (let step = 0; step < stepCount; step++) {
    from[step] = finalOf[from[step]!]!;
    to[step] = finalOf[to[step]!]!;
    if (months[step] === NOT_STATED) {
      const rise = experienceFrom[to[step]!]! - experienceFrom[from[step]!]!;
      if (rise > 0) months[step] = Math.min(Math.round(rise * 12), MOST_MONTHS);
    }
    if (step % STRIDE === 0 && pace.due()) await pace.rest();
  }
  const assumedMonths = await lowerMedian(months, pace);

  const byTo = await sortedBy(to, roleIds.length, null, pace);
  const byFrom = await sortedBy(from, roleIds.length, byTo.order, pace);
  const outStart = byFrom.start;
  const outTo = new Uint32Array(stepCount);
  const outMonths = new Uint16Array(stepCount);
  const outTraits = new Uint8Array(stepCount);
  const inStart = byTo.start;
  const inFrom = new Uint32Array(stepCount);
  const inMonths = new Uint16Array(stepCount);
  const inTraits = new Uint8Array(stepCount);
  const inNext = inStart.slice();
  let mostMonths = 0;
  let leastMonths = MOST_MONTHS;
  for (let place = 0; place < stepCount; place++) {
    const step = byFrom.order[place]!;
    const known = months[step] !== NOT_STATED;
    outTo[place] = to[step]!;
    outMonths[place] = known ? months[step]! : (assumedMonths ?? 1);
    mostMonths = Math.max(mostMonths, outMonths[place]!);
    leastMonths = Math.min(leastMonths, outMonths[place]!);
    outTraits[place] = kind[step]! | (inferred[step] === 1 ? INFERRED_BIT : 0) | (known ? 0 : ASSUMED_BIT);
    if (place > outStart[from[step]!]! && outTo[place - 1] === outTo[place]) {
      const id = transitionId(roleIds[from[step]!]!, roleIds[to[step]!]!);
      throw new Error(`${id} comes twice; at most one transition joins an ordered pair of roles.`);
    }
    const back = inNext[to[step]!]!++;
    inFrom[back] = from[step]!;
    inMonths[back] = outMonths[place]!;
    inTraits[back] = outTraits[place]!;
    if (place % STRIDE === 0 && pace.due()) await pace.rest();
  }
  return {
    outStart,
    outTo,
    outMonths,
    outTraits,
    inStart,
    inFrom,
    inMonths,
    inTraits,
    assumedMonths,
    mostMonths,
    leastMonths,
  };
}

/** The lower median of the known months; null where none is known. Counts instead of sorting: few figures differ. */
async function lowerMedian(months: Int32Array, pace: Pace): Promise<number | null> {
  const counts = new Float64Array(MOST_MONTHS + 1);
  let known = 0;
  for (let step = 0; step < months.length; step++) {
    if (months[step] !== NOT_STATED) {
      counts[months[step]!]!++;
      known++;
    }
    if (step % STRIDE === 0 && pace.due()) await pace.rest();
  }
  if (known === 0) return null;
  let below = 0;
  let figure = 0;
  while (below + counts[figure]! < Math.ceil(known / 2)) below += counts[figure++]!;
  return figure;
}

/** Stable counting sort of steps by a role, beginning from an order (null: as numbered): where each role starts, and the order. */
async function sortedBy(roleOf: Int32Array, roleCount: number, previous: Uint32Array | null, pace: Pace) {
  const start = new Uint32Array(roleCount + 1);
  for (let step = 0; step < roleOf.length; step++) start[roleOf[step]! + 1]!++;
  for (let role = 0; role < roleCount; role++) start[role + 1]! += start[role]!;
  const next = start.slice();
  const order = new Uint32Array(roleOf.length);
  for (let place = 0; place < roleOf.length; place++) {
    const step = previous === null ? place : previous[place]!;
    order[next[roleOf[step]!]!++] = step;
    if (place % STRIDE === 0 && pace.due()) await pace.rest();
  }
  return { start, order };
}
