import type { FoundPath } from "../../paths/answer/FoundPaths.js";
import type { Path } from "./Path.js";

/** Converts a path of the planner to its GraphQL type. The totals get the path's ends, whose pay is read from them. */
export function pathOf(found: FoundPath): Path {
  const fromId = found.roleIds[0] as string;
  const toId = found.roleIds.at(-1) as string;
  return { ...found, totals: { ...found.totals, fromId, toId } };
}
