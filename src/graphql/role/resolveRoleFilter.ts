import { type Bounds, type RoleSelection, selectRoles } from "../../snapshot/selectRoles.js";
import type { BandAsked } from "../../pay/payBandOf.js";
import { payAsked } from "../pay/payAsked.js";
import type { Context } from "../Context.js";
import { givenList } from "../givenList.js";
import type { References } from "../references/References.js";
import { LONGEST_TEXT } from "../search/LONGEST_TEXT.js";
import type { LevelRange } from "./LevelRange.js";
import type { RoleFilter } from "./RoleFilter.js";

/** A role filter with its references looked up. The search for the roles happens later. */
export interface ResolvedRoleFilter {
  readonly selection: RoleSelection;
  /** The text to search for; null means none. */
  readonly text: string | null;
  /** The currency and the place of pay; null means any. */
  readonly band: BandAsked;
}

/**
 * Looks up the references of a role filter and records its problems; null stands for no filter.
 * @param ordersByPay whether the currency and the place of pay also choose the pay that the roles may be sorted by
 */
export function resolveRoleFilter(
  { snapshot: { network } }: Context,
  references: References,
  where: RoleFilter | null,
  ordersByPay: boolean,
): ResolvedRoleFilter {
  // The skill also satisfies a choice that includes it, so roles that need such a choice count too.
  const needing = (skillId: string): string[] =>
    skillId === "" ? [] : [skillId, ...network.choicesSatisfiedBy(skillId)];
  const one = references.optional("SKILL", "where.requires", where?.requires);
  const all = references.list("SKILL", "where.requiresAll", givenList(where?.requiresAll)) ?? [];
  const any = references.list("SKILL", "where.requiresAny", givenList(where?.requiresAny));
  const ids = references.list("ROLE", "where.ids", givenList(where?.ids));
  const text = where?.text ?? "";
  if (text.length > LONGEST_TEXT) {
    const message = `The text has ${text.length} characters; the limit is ${LONGEST_TEXT}.`;
    references.bad("where.text", "OUT_OF_RANGE", message);
  }
  const { band, minPay } = payAsked({ ...where, place: where?.payPlace }, references.bad, {
    nameOfPlace: "payPlace",
    mayLackMinimum: ordersByPay,
  });
  return {
    band,
    text: text.trim() === "" ? null : text,
    selection: {
      trackId: references.optional("TRACK", "where.track", where?.track),
      place: where?.place ?? null,
      requires: [
        ...(one === null ? [] : [needing(one)]),
        ...all.map(needing),
        ...(any === null ? [] : [any.flatMap(needing)]),
      ],
      seniority: bounds(references, "where.seniority", where?.seniority),
      preparation: bounds(references, "where.preparation", where?.preparation),
      minPay,
      part: references.dataset("where.dataset", where?.dataset),
      among: ids === null ? [] : [new Set(ids)],
    },
  };
}

/** Ordinals of the roles that pass a filter, ascending. O(roles), plus a search if the filter has a text. */
export async function selectedRoles(
  context: Context,
  { selection, text }: ResolvedRoleFilter,
): Promise<readonly number[]> {
  const { snapshot } = context;
  if (text === null) return selectRoles(snapshot, selection);
  const found = await context.shortSearch(() => snapshot.names.search(text, ["ROLE"]));
  return selectRoles(snapshot, { ...selection, among: [...selection.among, new Set(found.map(({ id }) => id))] });
}

/** A range of levels as bounds; null if it has none. Records an empty range. */
function bounds(references: References, argument: string, range: LevelRange | null | undefined): Bounds | null {
  const [from, to] = [range?.from ?? null, range?.to ?? null];
  if (from === null && to === null) return null;
  if (from !== null && to !== null && from > to) {
    references.bad(argument, "CONTRADICTION", `The range ${from} to ${to} is empty: \`from\` is greater than \`to\`.`);
  }
  return { from, to };
}
