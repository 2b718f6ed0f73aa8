import { transitionId } from "../../model/EntityId.js";
import type { RoleAttributes } from "../../model/RoleAttributes.js";
import type { AssumedYears } from "../../model/AssumedYears.js";
import { wholeMonths } from "../../model/wholeMonths.js";
import {
  ASSUMED_BIT,
  type Assumption,
  type Assumptions,
  KIND_BITS,
  KINDS,
  MOST_MONTHS,
  MOST_RISE,
  packStep,
  RISE_SHIFT,
  roleOf,
  stepSort,
  type StepSort,
  UNTIMED_BIT,
  UNTIMED_MONTHS,
} from "./Network.js";
import { pace } from "../pace/Pace.js";
import { NOT_STATED, type RoleColumns } from "./RoleColumns.js";

/** Steps processed between two checks of the pace. */
const STRIDE = 16_384;
/** The number of values that a step's traits can take. */
const TRAITS = 1 << 16;

/** What `layOutSteps` must know about roles. Every column except the first is by role index. */
interface RolesOfSteps {
  /** The index of each role by its ordinal. */
  readonly indexOf: Int32Array;
  /** The lower bound of experience in months, or NOT_STATED. */
  readonly experienceFrom: Int32Array;
  readonly seniorityOf: Uint8Array;
  /** The ordinal of each role's dataset. */
  readonly partOf: Int32Array;
  readonly attributes: readonly RoleAttributes[];
}

/**
 * Lays transitions out as compressed sparse rows, forward and backward, and determines the time of each step in months: the stated time,
 * else the rise in required experience, else what the dataset of the role that it leads to assumes for that sort of step, else
 * UNTIMED_MONTHS. A SAME_WORK step has a stated time or is untimed, and the medians leave it out.
 * O(roles + transitions · log(transitions of one role)).
 * @param roles its step columns are overwritten
 * @param declared what each dataset declares for steps of unknown time, by ordinal; absent if it declares nothing
 * @throws Error if two transitions connect the same ordered pair of roles
 */
export async function layOutSteps(
  roles: RoleColumns,
  ofRoles: RolesOfSteps,
  roleIds: readonly string[],
  declared: readonly (AssumedYears | null)[],
) {
  const from = roles.stepFrom.view();
  const to = roles.stepTo.view();
  const months = roles.stepMonths.view();
  const traits = roles.stepTraits.view();
  const { indexOf, experienceFrom, partOf } = ofRoles;
  const partCount = partOf.reduce((count, part) => Math.max(count, part + 1), declared.length);
  const known = Array.from({ length: partCount }, () => ({ rising: new MonthCounts(), level: new MonthCounts() }));
  for (let step = 0; step < from.length; step++) {
    from[step] = indexOf[from[step]!]!;
    to[step] = indexOf[to[step]!]!;
    traits[step]! |= riseOf(ofRoles, from[step]!, to[step]!) << RISE_SHIFT;
    const sameWork = KINDS[traits[step]! & KIND_BITS] === "SAME_WORK";
    const part = partOf[to[step]!]!;
    if (months[step] === NOT_STATED && !sameWork) {
      const [before, after] = [experienceFrom[from[step]!]!, experienceFrom[to[step]!]!];
      if (before !== NOT_STATED && after > before) months[step] = Math.min(after - before, MOST_MONTHS);
    }
    if (months[step] !== NOT_STATED && !sameWork) {
      known[part]![stepSort(ofRoles, from[step]!, to[step]!, traits[step]!)].add(months[step]!);
    }
    if (step % STRIDE === 0 && pace.due()) await pace.rest();
  }

  const assumptions = known.map((ofPart, part): Assumptions => {
    const figures = declared[part] ?? null;
    return { rising: assumption("rising", figures, ofPart), level: assumption("level", figures, ofPart) };
  });
  let mostTraits = 0;
  let mostMonths = 0;
  let leastMonths = from.length === 0 ? 0 : MOST_MONTHS;
  for (let step = 0; step < from.length; step++) {
    if (months[step] === NOT_STATED) {
      const sameWork = KINDS[traits[step]! & KIND_BITS] === "SAME_WORK";
      const sort = stepSort(ofRoles, from[step]!, to[step]!, traits[step]!);
      const assumed = sameWork ? null : assumptions[partOf[to[step]!]!]![sort];
      months[step] = assumed?.months ?? UNTIMED_MONTHS;
      traits[step]! |= assumed === null ? UNTIMED_BIT : ASSUMED_BIT;
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
    assumptions,
    mostTraits,
    mostMonths,
    leastMonths,
  };
}

/** The levels by which preparation rises; 0 if it does not rise or the two are not on the same scale of the same dataset. */
function riseOf({ attributes, partOf }: RolesOfSteps, from: number, to: number): number {
  const [before, after] = [attributes[from]!.preparation, attributes[to]!.preparation];
  if (before === null || after === null || before.scale !== after.scale || partOf[from] !== partOf[to]) return 0;
  return Math.min(Math.max(after.level - before.level, 0), MOST_RISE);
}

/** What is assumed for a sort of step: the declared figure, else the lower median of the known ones; null if there is neither. */
function assumption(
  sort: StepSort,
  declared: AssumedYears | null,
  known: Readonly<Record<StepSort, MonthCounts>>,
): Assumption | null {
  const years = declared?.[sort] ?? null;
  if (declared !== null && years !== null) return { months: wholeMonths(years), note: declared.note };
  const months = known[sort].lowerMedian();
  return months === null ? null : { months, note: null };
}

/** How many steps take each number of months. Counting is cheaper than sorting, because there are few different figures. */
class MonthCounts {
  private readonly counts = new Float64Array(MOST_MONTHS + 1);
  private total = 0;

  add(months: number): void {
    this.counts[months]!++;
    this.total++;
  }

  /** The lower median of the months; null if no step was added. */
  lowerMedian(): number | null {
    if (this.total === 0) return null;
    let below = 0;
    let months = 0;
    while (below + this.counts[months]! < Math.ceil(this.total / 2)) below += this.counts[months++]!;
    return months;
  }
}

/** Packed steps, in rows by the role at one end. Each row is sorted by months, then by the role at the other end. */
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

  // Each number combines a step with its traits, so that sorting moves both.
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

/** @throws Error if two steps lead from one role to the same role */
async function checkSingle(outStart: Uint32Array, outSteps: Uint32Array, roleIds: readonly string[]): Promise<void> {
  /** By role: 1 plus the last role that was found to lead to it. */
  const lastFrom = new Int32Array(roleIds.length);
  for (let role = 0; role < roleIds.length; role++) {
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      const next = roleOf(outSteps[step]!);
      if (lastFrom[next] === role + 1) {
        const id = transitionId(roleIds[role]!, roleIds[next]!);
        throw new Error(`${id} occurs twice; there is at most one transition from one role to another.`);
      }
      lastFrom[next] = role + 1;
    }
    if (role % 256 === 0 && pace.due()) await pace.rest();
  }
}
