import type { Entity } from "../../model/Entity.js";
import type { EntityPrefix } from "../../model/entityKinds.js";
import type { PageQuery } from "../../store/CareerStore.js";
import type { Context } from "../Context.js";

const PAGE = 1_000;

/** Every entity with an id prefix, in default order; for kinds that no dataset has many of. Each counts as a field resolved. */
export async function everyOf<T extends Entity>(
  { snapshot: { reader }, work }: Context,
  prefix: EntityPrefix,
  roles?: NonNullable<PageQuery["roles"]>,
): Promise<T[]> {
  const all: T[] = [];
  for (let after: number | null = null; ;) {
    const page = await reader.page({ prefix, order: "DEFAULT", first: PAGE, after, ...(roles && { roles }) });
    work.charge(page.items.length);
    all.push(...page.items.map((item) => item.node as T));
    if (!page.hasNextPage || work.stopped !== null) return all;
    after = page.items.at(-1)?.position ?? null;
  }
}
