import { transitionId } from "../../model/EntityId.js";
import { ASSUMED_BIT, MOST_MONTHS, MOST_RISE, packStep, RISE_SHIFT, roleOf } from "./Network.js";
import { pace } from "../pace/Pace.js";
import type { NetworkRoleRow } from "./NetworkRows.js";
import { NOT_STATED, type RoleColumns } from "./RoleColumns.js";

/** Steps handled between two looks at the clock. */
const STRIDE = 16_384;
/** As many values as a step's traits can take. */
const TRAITS = 1 << 16;

/**
 * Lays transitions out as compressed sparse rows, forward and backward, and counts months for each: its own figure, else the rise
 * in experience asked for, else the lower median of all known steps. O(roles + transitions · log of those of one role).
 * @param indexOf the index of each role by its ordinal
 * @param experienceFrom months of experience asked for by role index, or NOT_STATED
 * @throws Error where two transitions join one ordered pair of roles
 */
export async function layOutSteps(
  roles: RoleColumns,
  indexOf: Int32Array,
  experienceFrom: Int32Array,
  preparations: readonly NetworkRoleRow["preparation"][],
  roleIds: readonly string[],
) {
  const from = roles.stepFrom.view();
  const to = roles.stepTo.view();
  const months = roles.stepMonths.view();
  const traits = roles.stepTraits.view();
  for (let step = 0; step < from.length; step++) {
    from[step] = indexOf[from[step]!]!;
    to[step] = indexOf[to[step]!]!;
    traits[step]! |= riseOf(preparations[from[step]!]!, preparations[to[step]!]!) << RISE_SHIFT;
    if (months[step] === NOT_STATED) {
      const [before, after] = [experienceFrom[from[step]!]!, experienceFrom[to[step]!]!];
      if (before !== NOT_STATED && after > before) months[step] = Math.min(after - before, MOST_MONTHS);
    }
    if (step % STRIDE === 0 && pace.due()) await pace.rest();
  }

  const assumedMonths = await lowerMedian(months);
  let mostTraits = 0;
  let mostMonths = 0;
  let leastMonths = from.length === 0 ? 0 : MOST_MONTHS;
  for (let step = 0; step < from.length; step++) {
    if (months[step] === NOT_STATED) {
      months[step] = assumedMonths ?? 1;
      traits[step]! |= ASSUMED_BIT;
    }
    mostTraits = Math.max(mostTraits, traits[step]!);
    mostMonths = Math.max(mostMonths, months[step]!);
    leastMonths = Math.min(leastMonths, months[step]!);
    if (step % STRIDE === 0 && pace.due()) await pace.rest();
  }

  const out = await rowsBy(from, to, months, traits, roleIds.length);
  await checkSingle(out.start, out.steps, roleIds);
  const into = await rowsBy(to, from, months, traits, roleIds.length);
  return {
    outStart: out.start,
    outSteps: out.steps,
    outTraits: out.traits,
    inStart: into.start,
    inSteps: into.steps,
    inTraits: into.traits,
    assumedMonths,
    mostTraits,
    mostMonths,
    leastMonths,
  };
}

/** Levels by which preparation rises; 0 where it does not, or where the two do not compare. */
function riseOf(from: NetworkRoleRow["preparation"], to: NetworkRoleRow["preparation"]): number {
  if (from === null || to === null || from.scale !== to.scale) return 0;
  return Math.min(Math.max(to.level - from.level, 0), MOST_RISE);
}

/** The lower median of the known months; null where none is known. Counts instead of sorting: few figures differ. */
async function lowerMedian(months: Int32Array): Promise<number | null> {
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

/** Packed steps in rows by the role at one end, each with the role at its other end; a row is sorted by months, then by that role. */
async function rowsBy(
  end: Int32Array,
  otherEnd: Int32Array,
  months: Int32Array,
  traits: Int32Array,
  roleCount: number,
): Promise<{ start: Uint32Array; steps: Uint32Array; traits: Uint16Array }> {
  const start = new Uint32Array(roleCount + 1);
  for (let step = 0; step < end.length; step++) start[end[step]! + 1]!++;
  for (let role = 0; role < roleCount; role++) start[role + 1]! += start[role]!;

  // Each step with its traits in one number, so that sorting moves both.
  const rows = new Float64Array(end.length);
  const next = start.slice();
  for (let step = 0; step < end.length; step++) {
    rows[next[end[step]!]!++] = packStep(months[step]!, otherEnd[step]!) * TRAITS + traits[step]!;
    if (step % STRIDE === 0 && pace.due()) await pace.rest();
  }
  const packed = { start, steps: new Uint32Array(end.length), traits: new Uint16Array(end.length) };
  for (let role = 0; role < roleCount; role++) {
    const row = rows.subarray(start[role], start[role + 1]).sort();
    for (let i = 0; i < row.length; i++) {
      packed.steps[start[role]! + i] = Math.floor(row[i]! / TRAITS);
      packed.traits[start[role]! + i] = row[i]! % TRAITS;
    }
    if (role % 256 === 0 && pace.due()) await pace.rest();
  }
  return packed;
}

/** @throws Error where a role leads to another twice */
async function checkSingle(outStart: Uint32Array, outSteps: Uint32Array, roleIds: readonly string[]): Promise<void> {
  /** By role, the last one that was seen to lead to it, plus 1. */
  const lastFrom = new Int32Array(roleIds.length);
  for (let role = 0; role < roleIds.length; role++) {
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      const next = roleOf(outSteps[step]!);
      if (lastFrom[next] === role + 1) {
        const id = transitionId(roleIds[role]!, roleIds[next]!);
        throw new Error(`${id} comes twice; at most one transition joins an ordered pair of roles.`);
      }
      lastFrom[next] = role + 1;
    }
    if (role % 256 === 0 && pace.due()) await pace.rest();
  }
}
