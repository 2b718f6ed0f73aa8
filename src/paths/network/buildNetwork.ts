import { compareText } from "../../model/compareText.js";
import { Network } from "./Network.js";
import type { NetworkRoleRow, NetworkSkillRow } from "./NetworkRows.js";
import { pace } from "../search/Pace.js";
import { layOutNeeds } from "./layOutNeeds.js";
import { layOutSkills, SkillColumns } from "./layOutSkills.js";
import { layOutSteps } from "./layOutSteps.js";
import { RoleColumns } from "./RoleColumns.js";
import { sortInTurns } from "../search/sortInTurns.js";

/** Rows in batches, as a store streams them or as a list holds them. */
export type RowBatches<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

/**
 * Builds the network of one revision. Rows may come in any order and the answer does not depend on it. Ids are interned as they
 * come, so that only one string a role is held; time and memory are linear in roles, transitions and requirements, but for the
 * sorting of ids. Yields to the event loop throughout.
 * @throws Error naming the row, where rows contradict each other or refer to nothing: the store is at fault then
 */
export async function buildNetwork(
  revision: string,
  roleRows: RowBatches<NetworkRoleRow>,
  skillRows: RowBatches<NetworkSkillRow>,
): Promise<Network> {
  const skills = new SkillColumns();
  for await (const batch of skillRows) for (const row of batch) skills.add(row);
  const skillLayout = await layOutSkills(skills);

  const roles = new RoleColumns();
  for await (const batch of roleRows) {
    for (const row of batch) {
      roles.add(row, skillLayout.skillIndexes);
      if (pace.due()) await pace.rest();
    }
  }
  roles.checkComplete();

  const roleIds = await sortInTurns(roles.ids, compareText);
  const roleIndexes = new Map<string, number>();
  /** The final index of each role by the order in which its id was first seen, and the reverse. */
  const finalOf = new Int32Array(roleIds.length);
  const seenAt = new Int32Array(roleIds.length);
  const titles: string[] = [];
  const trackOf = new Int32Array(roleIds.length);
  const experienceFrom = new Float64Array(roleIds.length);
  for (let role = 0; role < roleIds.length; role++) {
    const id = roleIds[role]!;
    const seen = roles.seen.get(id)!;
    roleIndexes.set(id, role);
    finalOf[seen] = role;
    seenAt[role] = seen;
    titles.push(roles.titles[seen]!);
    trackOf[role] = roles.tracks[seen]!;
    experienceFrom[role] = roles.experienceFrom[seen]!;
    if (role % 1024 === 0 && pace.due()) await pace.rest();
  }

  const steps = await layOutSteps(roles, finalOf, experienceFrom, roleIds);
  const needs = await layOutNeeds(roles, seenAt, skillLayout.skillIds);
  const trackIds = [...roles.trackIndexes.keys()];
  const roleLayout = { roleIds, roleIndexes, titles, trackOf, trackIds };
  return new Network({ revision, ...roleLayout, ...steps, ...skillLayout, ...needs });
}
