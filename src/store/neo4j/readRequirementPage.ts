import neo4j from "neo4j-driver";
import type { Entity } from "../../model/Entity.js";
import type { RequirementPage, RequirementPosition, RequirementSlice } from "../CareerStore.js";
import { positionsOf } from "../positionsOf.js";
import { type EntityRow, entityOfRow } from "./entityOfRow.js";
import { skillRequirementOfRow, type SkillRequirementRow } from "./factOfRow.js";
import { type Run, statement } from "./statement.js";

interface RequirementPageRow {
  readonly id: string;
  readonly items: readonly { readonly fact: SkillRequirementRow; readonly neighbour: EntityRow }[];
  readonly totalCount: number;
}

const ROLES_OF_SKILLS = statement<RequirementPageRow>("read/roles-of-skills");
const UP_TO = statement<{ readonly before: number; readonly upTo: number }>("read/requirements-up-to");

/** A page of one skill's requirements, and the roles that the statement returned with it. */
interface PageWithRoles {
  readonly page: RequirementPage;
  readonly roles: readonly Entity[];
}

/** The page of a text that is no id. Neo4j returns half a surrogate pair as another text, so its row is not found. */
export const NO_PAGE: PageWithRoles = { page: { items: [], start: 0, totalCount: 0 }, roles: [] };

/**
 * Pages of the requirements of several skills. One statement reads them all. If the slice has bounds, each skill needs another statement,
 * because the positions of the bounds differ by skill; a cursor belongs to one skill.
 * @param run runs a statement, in the pinned revision, that returns at least one row for every whole generation
 */
export async function readRequirementPages(
  skillIds: readonly string[],
  slice: RequirementSlice,
  run: Run,
): Promise<ReadonlyMap<string, PageWithRoles>> {
  const ids = [...new Set(skillIds)];
  const groups =
    slice.after === null && slice.before === null
      ? [{ ids, from: null, to: null }]
      : await Promise.all(
          ids.map(async (id) => ({
            ids: [id],
            from: await countUpTo(id, slice.after, "upTo", run),
            to: await countUpTo(id, slice.before, "before", run),
          })),
        );
  const pages = new Map<string, PageWithRoles>();
  for (const group of groups) {
    const parameters = {
      ids: group.ids,
      size: neo4j.int(slice.size),
      backward: slice.backward,
      from: neo4j.int(group.from ?? 0),
      to: group.to === null ? null : neo4j.int(group.to),
    };
    for (const { id, items, totalCount } of await run(ROLES_OF_SKILLS, parameters)) {
      const { start } = positionsOf(slice, totalCount, group.from, group.to);
      pages.set(id, {
        page: { items: items.map(({ fact }) => skillRequirementOfRow(fact)), start, totalCount },
        roles: items.map(({ neighbour }) => entityOfRow(neighbour)),
      });
    }
  }
  return pages;
}

async function countUpTo(
  id: string,
  position: RequirementPosition | null,
  column: "before" | "upTo",
  run: Run,
): Promise<number | null> {
  if (position === null) return null;
  const [row] = await run(UP_TO, { id, rank: neo4j.int(position.rank), role: position.role });
  return row?.[column] ?? 0;
}
