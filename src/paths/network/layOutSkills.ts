import { append } from "../../model/append.js";
import { compareText } from "../../model/compareText.js";
import type { NetworkSkillRow } from "./NetworkRows.js";
import { pace } from "../pace/Pace.js";
import { sortInTurns } from "../pace/sortInTurns.js";

/** Skill rows by id, in input order. */
export class SkillColumns {
  readonly rows = new Map<string, NetworkSkillRow>();

  add(row: NetworkSkillRow): void {
    if (this.rows.has(row.id)) throw new Error(`Skill "${row.id}" has two rows; give each skill one row.`);
    this.rows.set(row.id, row);
  }
}

/**
 * Numbers skills in code-unit order of their ids, and computes the EXACT classes and the skills that satisfy each choice.
 * @returns the columns, and the index of each skill by its ordinal
 * @throws Error if a skill refers to a skill without a row
 */
export async function layOutSkills({ rows }: SkillColumns) {
  const skillIds = await sortInTurns([...rows.keys()], compareText);
  const skillIndexes = new Map<string, number>();
  for (const id of skillIds) skillIndexes.set(id, skillIndexes.size);

  const representativeOf = Uint32Array.from(skillIds.keys());
  for (let skill = 0; skill < skillIds.length; skill++) {
    const row = rows.get(skillIds[skill]!)!;
    // Indexes ascend, so the first skill of a class becomes its representative.
    if (row.sameAsIds.length > 0 && representativeOf[skill] === skill)
      represent(skill, row, rows, skillIndexes, representativeOf);
    if (skill % 256 === 0 && pace.due()) await pace.rest();
  }

  const choices = new Map<number, readonly number[]>();
  const buildsOn = new Map<number, readonly number[]>();
  const buildsInto = new Map<number, number[]>();
  for (let skill = 0; skill < skillIds.length; skill++) {
    const row = rows.get(skillIds[skill]!)!;
    if (row.choiceOfIds.length > 0) {
      const choice = representativeOf[skill]!;
      const satisfiers = new Set(choices.get(choice));
      for (const satisfier of satisfiersOf(row, rows, skillIndexes)) satisfiers.add(representativeOf[satisfier]!);
      satisfiers.delete(choice);
      choices.set(
        choice,
        [...satisfiers].sort((left, right) => left - right),
      );
    }
    if (row.buildsOnIds.length > 0) {
      const below = indexesOf(row.id, row.buildsOnIds, skillIndexes);
      buildsOn.set(skill, below);
      for (const one of below) append(buildsInto, one, skill);
    }
    if (skill % 256 === 0 && pace.due()) await pace.rest();
  }
  const layout = { skillIds, skillIndexes, representativeOf, choices, buildsOn, buildsInto };
  return { layout, indexOfOrdinal: Uint32Array.from(rows.keys(), (id) => skillIndexes.get(id)!) };
}

/** Makes a skill the representative of all skills that EXACT matches connect with it. */
function represent(
  first: number,
  row: NetworkSkillRow,
  rows: ReadonlyMap<string, NetworkSkillRow>,
  skillIndexes: ReadonlyMap<string, number>,
  representativeOf: Uint32Array,
): void {
  const reached = new Set([row.id]);
  for (const id of reached) {
    const others = rows.get(id)!.sameAsIds;
    for (const index of indexesOf(id, others, skillIndexes)) representativeOf[index] = first;
    for (const other of others) reached.add(other);
  }
}

/**
 * Every skill that satisfies a choice: its parts, and the skills that satisfy a part which itself offers a choice. Follows EXACT matches.
 */
function satisfiersOf(
  choice: NetworkSkillRow,
  rows: ReadonlyMap<string, NetworkSkillRow>,
  skillIndexes: ReadonlyMap<string, number>,
): number[] {
  const reached = new Set([choice.id]);
  const satisfiers: number[] = [];
  for (const id of reached) {
    const { choiceOfIds, sameAsIds } = rows.get(id)!;
    indexesOf(id, choiceOfIds, skillIndexes);
    for (const otherId of [...choiceOfIds, ...sameAsIds]) reached.add(otherId);
    if (id !== choice.id) satisfiers.push(skillIndexes.get(id)!);
  }
  return satisfiers.sort((left, right) => left - right);
}

function indexesOf(skillId: string, ids: readonly string[], skillIndexes: ReadonlyMap<string, number>): number[] {
  const indexes = ids.map((id) => {
    const index = skillIndexes.get(id);
    if (index === undefined) throw new Error(`Skill "${skillId}" refers to "${id}", which has no row; add it.`);
    return index;
  });
  return indexes.sort((left, right) => left - right);
}
