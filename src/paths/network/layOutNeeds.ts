import { pace } from "../pace/Pace.js";
import type { RoleColumns } from "./RoleColumns.js";

/**
 * Lays needs out as compressed sparse rows: the needs of each role, and the roles that need each skill.
 * O(needs · log(needs of one role)).
 * @param ordinalOf the ordinal of each role by its index
 * @param representativeOf the representative of each skill's EXACT class
 * @param choices the skills that satisfy each choice
 * @throws Error if a role needs a skill twice
 */
export async function layOutNeeds(
  roles: RoleColumns,
  ordinalOf: Int32Array,
  skillIds: readonly string[],
  representativeOf: Uint32Array,
  choices: ReadonlyMap<number, readonly number[]>,
) {
  const all = roles.needs.view();
  const needStart = new Uint32Array(ordinalOf.length + 1);
  const needSkill = new Uint32Array(all.length);
  const needEssential = new Uint8Array(all.length);
  const needLevel = new Float64Array(all.length);
  const needCovered = new Uint8Array(all.length);
  const neededStart = new Uint32Array(skillIds.length + 1);
  let used = 0;
  for (let role = 0; role < ordinalOf.length; role++) {
    const ordinal = ordinalOf[role]!;
    const first = roles.needsUpTo[ordinal - 1] ?? 0;
    const needs = all.slice(first, roles.needsUpTo[ordinal]!);
    const levelOf = new Map<number, number>();
    for (let i = 0; i < needs.length; i++) levelOf.set(needs[i]!, roles.needLevels[first + i]!);
    needs.sort((left, right) => (left & 1) - (right & 1) || left - right);
    const skills = new Set<number>();
    const classes = new Set<number>();
    for (const need of needs) {
      const skill = need >> 1;
      if (skills.has(skill)) {
        throw new Error(
          `Role "${roles.ids[ordinal]}" requires "${skillIds[skill]}" twice; give each pair one requirement.`,
        );
      }
      skills.add(skill);
      // Needs for two skills of one EXACT class are learned and counted once.
      const representative = representativeOf[skill]!;
      if (classes.has(representative)) needCovered[used] = 1;
      else neededStart[representative + 1]!++;
      classes.add(representative);
      needSkill[used] = skill;
      needEssential[used] = (need & 1) === 0 ? 1 : 0;
      needLevel[used] = levelOf.get(need)!;
      used++;
    }
    for (let need = needStart[role]!; need < used; need++) {
      const satisfiers = choices.get(representativeOf[needSkill[need]!]!);
      if (satisfiers?.some((satisfier) => classes.has(satisfier)) === true) needCovered[need] = 1;
    }
    needStart[role + 1] = used;
    if (role % 256 === 0 && pace.due()) await pace.rest();
  }

  for (let skill = 0; skill < skillIds.length; skill++) neededStart[skill + 1]! += neededStart[skill]!;
  const next = neededStart.slice();
  const neededBy = new Uint32Array(neededStart[skillIds.length]!);
  const neededEssential = new Uint8Array(neededBy.length);
  for (let role = 0; role < ordinalOf.length; role++) {
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
      const representative = representativeOf[needSkill[need]!]!;
      const place = next[representative]!;
      // ESSENTIAL needs come first, so the weightier of two needs of one class is kept.
      if (place > neededStart[representative]! && neededBy[place - 1] === role) continue;
      next[representative] = place + 1;
      neededBy[place] = role;
      neededEssential[place] = needEssential[need]!;
    }
    if (role % 256 === 0 && pace.due()) await pace.rest();
  }
  return { needStart, needSkill, needEssential, needLevel, needCovered, neededStart, neededBy, neededEssential };
}
