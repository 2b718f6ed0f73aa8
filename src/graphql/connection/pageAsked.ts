import { type GraphQLResolveInfo, Kind } from "graphql";
import { refuse } from "../errors/InputError.js";
import { MOST_ITEMS } from "../limits/mostItems.js";
import type { PageArgs } from "./PageArgs.js";

/** The requested page of a list. */
export interface PageAsked {
  /** Maximum number of items. */
  readonly size: number;
  /** Whether the items are counted back from the end. */
  readonly backward: boolean;
  /** Cursors between which the page lies; null stands for an end of the list. */
  readonly after: string | null;
  readonly before: string | null;
}

/**
 * The page that the arguments of a field request: not both sizes, and each 1 to 100.
 * @param info tells whether the operation contains `first`, because its default does not apply if `last` is given
 */
export function pageAsked(args: PageArgs, info: GraphQLResolveInfo, byDefault: number, bad = refuse): PageAsked {
  const last = args.last ?? null;
  const first = isGiven("first", info) ? (args.first ?? null) : null;
  if (first !== null && last !== null) {
    bad("last", "CONTRADICTION", "Pass `first` or `last`, not both: omit one or make it null.");
  }
  const backward = last !== null;
  const size = pageSize(backward ? "last" : "first", last ?? first ?? byDefault, bad);
  return { size, backward, after: args.after ?? null, before: args.before ?? null };
}

/** The requested page size, 1 to 100. */
export function pageSize(argument: "first" | "last", size: number, bad = refuse): number {
  if (!(size >= 1 && size <= MOST_ITEMS)) {
    bad(argument, "OUT_OF_RANGE", `\`${argument}\` is ${size}. Request 1 to ${MOST_ITEMS} items at a time.`);
  }
  return size;
}

/** Whether the operation contains an argument: a literal, or a variable with a value. Null counts as a value. */
function isGiven(name: string, { fieldNodes, variableValues }: GraphQLResolveInfo): boolean {
  // Stryker disable next-line OptionalChaining: graphql-js gives both, though its types leave them out
  const value = fieldNodes[0]?.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined) return false;
  return value.kind !== Kind.VARIABLE || Object.hasOwn(variableValues, value.name.value);
}
