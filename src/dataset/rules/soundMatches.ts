import { prefixOf } from "../../model/EntityId.js";
import { append } from "../../model/append.js";
import type { Problem } from "../Problem.js";
import { type Located, problemAt, type RawDataset, type Rule } from "../RawDataset.js";
import type { RecordOf } from "../recordShapes.js";

type LocatedMatch = Located<RecordOf<"matches">>;

/**
 * A match connects two roles or two skills of different datasets, and each pair at most once. EXACT is transitive, so an EXACT class must
 * contain at most one record of each dataset. O(records).
 */
export const soundMatches: Rule = function* (raw) {
  const { matches } = raw.records;
  if (matches.length === 0) return;
  const folderOf = foldersOf(raw);
  const pairs = new Map<string, LocatedMatch>();
  const sound: LocatedMatch[] = [];
  for (const match of matches) {
    const { from, to } = match.value;
    const pair = [from, to].sort().join(" ");
    const first = pairs.get(pair);
    if (first === undefined) pairs.set(pair, match);
    if (from === to) {
      yield problemAt(match, ["to"], "The match connects a record with itself", "Correct one of its ends or remove it");
    } else if (prefixOf(from) !== prefixOf(to)) {
      yield problemAt(
        match,
        ["to"],
        "The match connects a role with a skill",
        "Match roles with roles, skills with skills",
      );
    } else if (folderOf.has(from) && folderOf.get(from) === folderOf.get(to)) {
      yield problemAt(
        match,
        ["to"],
        "Both ends of the match belong to one dataset",
        "Correct one of its ends; for roles of one dataset write `closeMatches` in the role",
      );
    } else if (first !== undefined && first.value.from === to) {
      yield problemAt(
        match,
        ["from"],
        `The same two records are already matched at ${first.file}:${first.lineAt([])}`,
        "Keep one of the two: a match applies in both directions",
      );
    } else sound.push(match);
  }
  yield* singleInEachDataset(sound, folderOf);
};

/** The folder of each role and skill: the first that contains it. None for a record that is missing or has an invalid shape. */
function foldersOf({ records }: RawDataset): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const { value, folder } of [...records.roles, ...records.skills]) {
    if (!folders.has(value.id)) folders.set(value.id, folder);
  }
  return folders;
}

/** Follows the EXACT matches of each record and reports every further record of a dataset that the class already contains. */
function* singleInEachDataset(
  matches: readonly LocatedMatch[],
  folderOf: ReadonlyMap<string, string>,
): Iterable<Problem> {
  const neighbours = new Map<string, { readonly id: string; readonly match: LocatedMatch }[]>();
  for (const match of matches) {
    if (match.value.kind !== "EXACT") continue;
    const { from, to } = match.value;
    append(neighbours, from, { id: to, match });
    append(neighbours, to, { id: from, match });
  }
  const seen = new Set<string>();
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue;
    /** By record of the class: its predecessor and the match that connects the two. */
    const before = new Map<string, { readonly id: string; readonly match: LocatedMatch } | null>([[start, null]]);
    const ofFolder = new Map<string, string>();
    for (const id of before.keys()) {
      seen.add(id);
      const folder = folderOf.get(id);
      const other = folder === undefined ? undefined : ofFolder.get(folder);
      if (folder !== undefined && other === undefined) ofFolder.set(folder, id);
      if (other !== undefined) {
        yield problemAt(
          before.get(id)!.match,
          ["kind"],
          `EXACT matches make ${other} and ${id} of one dataset the same: ${chain(before, other, id).join(" = ")}`,
          "Make one of these matches CLOSE, or remove it",
        );
      }
      for (const next of neighbours.get(id)!) if (!before.has(next.id)) before.set(next.id, { id, match: next.match });
    }
  }
}

/** The chain of matches between two records of a class, from the predecessors of each record. */
function chain(before: ReadonlyMap<string, { readonly id: string } | null>, one: string, other: string): string[] {
  const wayTo = (id: string): string[] => {
    const way = [id];
    for (let at = before.get(id); at !== null && at !== undefined; at = before.get(at.id)) way.unshift(at.id);
    return way;
  };
  const [left, right] = [wayTo(one), wayTo(other)];
  let common = 0;
  while (left[common + 1] !== undefined && left[common + 1] === right[common + 1]) common++;
  return [...left.slice(common).reverse(), ...right.slice(common + 1)];
}
