import neo4j from "neo4j-driver";
import type { Entity } from "../../model/Entity.js";
import type { RequirementPage, RequirementPlace, RequirementSlice } from "../CareerStore.js";
import { positionsOf } from "../slicePositions.js";
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

/** A page of one skill's requirements, and the roles that came along. */
export interface PageWithRoles {
  readonly page: RequirementPage;
  readonly roles: readonly Entity[];
}

/** What a text gives that can be no id, such as one with half a surrogate pair: it comes back from Neo4j as another text. */
export const NO_PAGE: PageWithRoles = { page: { items: [], start: 0, totalCount: 0 }, roles: [] };

/**
 * A part, each, of the requirements of several skills: one statement, and where the part has ends another for each skill, since
 * the positions of its ends differ from skill to skill; a cursor is of one skill.
 * @param run runs a statement that gives one row for every whole generation, in the pinned revision
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
      ...{ size: neo4j.int(slice.size), backward: slice.backward },
      ...{ from: neo4j.int(group.from ?? 0), to: group.to === null ? null : neo4j.int(group.to) },
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
  place: RequirementPlace | null,
  column: "before" | "upTo",
  run: Run,
): Promise<number | null> {
  if (place === null) return null;
  const [row] = await run(UP_TO, { id, rank: neo4j.int(place.rank), role: place.role });
  return row?.[column] ?? 0;
}
