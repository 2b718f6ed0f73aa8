import type { AssumedYears } from "../../model/AssumedYears.js";
import type { RoleAttributes } from "../../model/RoleAttributes.js";
import { compareText } from "../../model/compareText.js";
import { Network, roleOf } from "./Network.js";
import type { NetworkRoleRow, NetworkSkillRow } from "./NetworkRows.js";
import { pace } from "../pace/Pace.js";
import { layOutNeeds } from "./layOutNeeds.js";
import { layOutSkills, SkillColumns } from "./layOutSkills.js";
import { layOutSteps } from "./layOutSteps.js";
import { RoleColumns } from "./RoleColumns.js";
import { sortInTurns } from "../pace/sortInTurns.js";

/** Rows in batches, streamed from a store or from a list. */
export type RowBatches<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

/**
 * Builds the network of one revision. The position of a row is the ordinal by which other rows refer to it. Role rows must come in list
 * order (title, id). Yields to the event loop in all loops that take long. Except for sorting ids, time and memory are linear in roles,
 * transitions and needs.
 * @param assumedYears what each dataset declares for steps of unknown time, by ordinal of the dataset
 * @throws Error that names the row, if rows contradict each other or refer to a missing row; the store is then at fault
 */
export async function buildNetwork(
  revision: string,
  roleRows: RowBatches<NetworkRoleRow>,
  skillRows: RowBatches<NetworkSkillRow>,
  assumedYears: readonly (AssumedYears | null)[] = [],
): Promise<Network> {
  const skills = new SkillColumns();
  for await (const batch of skillRows) for (const row of batch) skills.add(row);
  const { layout: skillLayout, indexOfOrdinal: skillIndexes } = await layOutSkills(skills);

  const roles = new RoleColumns();
  for await (const batch of roleRows) {
    for (const row of batch) {
      roles.add(row, skillIndexes);
      if (pace.due()) await pace.rest();
    }
  }
  roles.checkComplete();

  const roleIds = await sortInTurns(roles.ids, compareText);
  const roleIndexes = new Map<string, number>();
  for (const id of roleIds) {
    if (roleIndexes.has(id)) throw new Error(`Role "${id}" has two rows; give each role one row.`);
    roleIndexes.set(id, roleIndexes.size);
    if (roleIndexes.size % 1024 === 0 && pace.due()) await pace.rest();
  }
  /** The index of each role by its ordinal, and the reverse. */
  const indexOf = new Int32Array(roleIds.length);
  const ordinalOf = new Int32Array(roleIds.length);
  const titles = new Array<string>(roleIds.length);
  const trackOf = new Int32Array(roleIds.length);
  const seniorityOf = new Uint8Array(roleIds.length);
  const partOf = new Int32Array(roleIds.length);
  const experienceFrom = new Int32Array(roleIds.length);
  const attributes = new Array<RoleAttributes>(roleIds.length);
  for (let ordinal = 0; ordinal < roleIds.length; ordinal++) {
    const role = roleIndexes.get(roles.ids[ordinal]!)!;
    indexOf[ordinal] = role;
    ordinalOf[role] = ordinal;
    titles[role] = roles.titles[ordinal]!;
    seniorityOf[role] = roles.seniorities[ordinal]!;
    partOf[role] = roles.parts[ordinal]!;
    trackOf[role] = roles.tracks[ordinal]!;
    attributes[role] = roles.attributes[ordinal]!;
    experienceFrom[role] = roles.experienceFrom[ordinal]!;
    if (ordinal % 1024 === 0 && pace.due()) await pace.rest();
  }

  const ofRoles = { indexOf, experienceFrom, seniorityOf, partOf, attributes };
  const steps = await layOutSteps(roles, ofRoles, roleIds, assumedYears);
  const joinsParts = await anyStepBetween(partOf, steps.outStart, steps.outSteps);
  const needs = await layOutNeeds(
    roles,
    ordinalOf,
    skillLayout.skillIds,
    skillLayout.representativeOf,
    skillLayout.choices,
  );
  const trackIds = [...roles.trackIndexes.keys()];
  const ladder = { trackOf, trackIds, seniorityOf, attributes };
  const roleLayout = { roleIds, roleIndexes, titles, listOrdinalOf: ordinalOf, partOf, ...ladder };
  return new Network({ revision, ...roleLayout, joinsParts, ...steps, ...skillLayout, ...needs });
}

/** Whether any step connects roles of different datasets. */
async function anyStepBetween(partOf: Int32Array, outStart: Uint32Array, outSteps: Uint32Array): Promise<boolean> {
  for (let role = 0; role < partOf.length; role++) {
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      if (partOf[roleOf(outSteps[step]!)] !== partOf[role]) return true;
    }
    if (role % 256 === 0 && pace.due()) await pace.rest();
  }
  return false;
}
