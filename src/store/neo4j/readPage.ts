import neo4j from "neo4j-driver";
import type { Entity } from "../../model/Entity.js";
import type { SkillRequirement } from "../../model/SkillRequirement.js";
import type { Page, PageQuery, Slice } from "../CareerStore.js";
import { type EntityRow, entityOfRow } from "./entityOfRow.js";
import { skillRequirementOfRow, type SkillRequirementRow } from "./factOfRow.js";
import { type Statement, statement } from "./statement.js";
import type { StatementParameters } from "./StatementRunner.js";

/** One page of entities. */
export interface EntityPageRow {
  readonly items: readonly { readonly position: number; readonly entity: EntityRow }[];
  readonly totalCount: number;
  /** How many items stand up to `after`; absent where positions are consecutive, from 0. */
  readonly before?: number;
}

/** One page of a skill's requirements, each with its role. */
export interface RequirementPageRow {
  readonly id: string;
  readonly items: readonly {
    readonly position: number;
    readonly fact: SkillRequirementRow;
    readonly neighbour: EntityRow;
  }[];
  readonly totalCount: number;
}

const ENTITIES = statement<EntityPageRow>("read/entities-page");
const ROLES = statement<EntityPageRow>("read/roles-page");
const ROLES_BY_SENIORITY = statement<EntityPageRow>("read/roles-page-by-seniority");
const ROLES_REQUIRING_SKILLS = statement<EntityPageRow>("read/roles-page-requiring-skills");
const SKILLS = statement<EntityPageRow>("read/skills-page");

/** The statement that answers a page, with its parameters; each starts from the index that serves its order or its filter. */
export function pageStatement(query: PageQuery): {
  readonly text: Statement<EntityPageRow>;
  readonly parameters: StatementParameters;
} {
  const slice = sliceParameters(query);
  const { trackId = null, place = null, requiresAnyOf } = (query.prefix === "role" ? query.roles : undefined) ?? {};
  const category = query.prefix === "skill" ? query.skills?.category : undefined;
  const filters = { ...slice, trackId, place, order: query.order };
  if (requiresAnyOf !== undefined) {
    return { text: ROLES_REQUIRING_SKILLS, parameters: { ...filters, skillIds: [...requiresAnyOf] } };
  }
  if (trackId !== null || place !== null) return { text: ROLES, parameters: filters };
  if (category !== undefined) return { text: SKILLS, parameters: { ...slice, category } };
  // Only roles have a seniority; by it, all others stand in default order.
  if (query.order === "SENIORITY" && query.prefix === "role") return { text: ROLES_BY_SENIORITY, parameters: slice };
  return { text: ENTITIES, parameters: { ...slice, prefix: query.prefix } };
}

/** `after` of a slice as a statement takes it: an integer, -1 where the list starts at the beginning. */
export function sliceParameters({ first, after }: Slice): StatementParameters {
  return { first: neo4j.int(first), after: neo4j.int(after ?? -1) };
}

/** The page behind the one row of a page's statement. */
export function entityPageOfRow({ items, totalCount, before }: EntityPageRow, after: number | null): Page<Entity> {
  const found = items.map(({ position, entity }) => ({ position, node: entityOfRow(entity) }));
  return pageOf(found, totalCount, before ?? null, after);
}

/** The page of one skill's requirements, and the roles that came along. */
export function requirementPageOfRow(
  { items: found, totalCount }: RequirementPageRow,
  after: number | null,
): { readonly page: Page<SkillRequirement>; readonly roles: readonly Entity[] } {
  const items = found.map(({ position, fact }) => ({ position, node: skillRequirementOfRow(fact) }));
  return {
    page: pageOf(items, totalCount, null, after),
    roles: found.map(({ neighbour }) => entityOfRow(neighbour)),
  };
}

/** @param before how many items stand up to `after`; null where positions are consecutive, from 0 */
function pageOf<T>(items: Page<T>["items"], totalCount: number, before: number | null, after: number | null): Page<T> {
  const passed = before ?? (after === null ? 0 : Math.max(0, Math.min(after + 1, totalCount)));
  return { items, totalCount, hasNextPage: passed + items.length < totalCount, hasPreviousPage: passed > 0 };
}
