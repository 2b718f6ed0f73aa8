import type { FoundPath } from "../../paths/answer/FoundPaths.js";
import type { Path } from "./Path.js";

/** A path as the planner found it, as its GraphQL type: the totals learn their ends, from which pay is read. */
export function pathOf(found: FoundPath): Path {
  const fromId = found.roleIds[0] as string;
  const toId = found.roleIds.at(-1) as string;
  return { ...found, totals: { ...found.totals, fromId, toId } };
}
