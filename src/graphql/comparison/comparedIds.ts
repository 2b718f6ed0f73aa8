import type { References } from "../references/References.js";

/** How many nodes can be compared. */
export const FEWEST = 2;
export const MOST = 5;

/** The ids of the nodes to compare. Records a wrong number of them, and repeated ones. A reference that does not resolve gives an empty id. */
export function comparedIds(
  references: References,
  kind: "ROLE" | "TRACK",
  argument: string,
  given: readonly string[],
): readonly string[] {
  const word = kind.toLowerCase();
  if (given.length < FEWEST || given.length > MOST) {
    references.bad(argument, "OUT_OF_RANGE", `Give ${FEWEST} to ${MOST} ${word}s; this list has ${given.length}.`);
  }
  // A longer list is not worth looking up.
  const ids = references.list(kind, argument, given.slice(0, MOST)) ?? [];
  for (const [index, id] of ids.entries()) {
    if (id === "" || ids.indexOf(id) === index) continue;
    const message = `This ${word} is already in the list. Compare different ${word}s.`;
    references.bad(`${argument}[${index}]`, "CONTRADICTION", message);
  }
  return ids;
}
