import { append } from "../../../model/append.js";
import type { RecordDraft } from "../../recordShapes.js";
import type { Neighbours } from "./readNeighbours.js";

type Match = RecordDraft<"matches">;

/**
 * Which EXACT matches may stay EXACT: those whose class contains at most one record of each dataset. Classes also follow the EXACT matches
 * of the neighbours. The order of the matches does not matter. O(matches).
 */
export function soleExact(matches: Iterable<Match>, { exact, datasetOf }: Neighbours): (match: Match) => boolean {
  const joined = new Map<string, string[]>();
  for (const { from, to, kind } of [...matches, ...exact.map((match) => ({ ...match, kind: "EXACT" }))]) {
    if (kind !== "EXACT") continue;
    append(joined, from, to);
    append(joined, to, from);
  }
  const sole = new Map<string, boolean>();
  for (const start of joined.keys()) {
    if (sole.has(start)) continue;
    const members = new Set([start]);
    for (const id of members) for (const other of joined.get(id) ?? []) members.add(other);
    const single = new Set([...members].map(datasetOf)).size === members.size;
    for (const id of members) sole.set(id, single);
  }
  return ({ from }) => sole.get(from) === true;
}
