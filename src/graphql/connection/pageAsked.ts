import { type GraphQLResolveInfo, Kind } from "graphql";
import { BadUserInputError } from "../errors/InputError.js";
import { MOST_ITEMS } from "../limits/mostItems.js";
import type { PageArgs } from "./PageArgs.js";

/** Which page of a list is asked for. */
export interface PageAsked {
  /** Items at most. */
  readonly size: number;
  /** Whether they are counted back from the end. */
  readonly backward: boolean;
  /** Cursors between which the page lies; null is an end of the list. */
  readonly after: string | null;
  readonly before: string | null;
}

/**
 * What the page arguments of a field ask for.
 * @param info tells whether the operation gives `first` itself: its default is none where `last` is given
 * @throws BadUserInputError for both sizes at once, or one outside 1 to 100
 */
export function pageAsked(args: PageArgs, info: GraphQLResolveInfo, byDefault: number): PageAsked {
  const last = args.last ?? null;
  const first = isGiven("first", info) ? (args.first ?? null) : null;
  if (first !== null && last !== null) {
    throw new BadUserInputError("last", "CONTRADICTION", "Pass `first` or `last`, not both: omit one or make it null.");
  }
  const backward = last !== null;
  const size = pageSize(backward ? "last" : "first", last ?? first ?? byDefault);
  return { size, backward, after: args.after ?? null, before: args.before ?? null };
}

/** How many items are asked for at a time. @throws BadUserInputError outside 1 to 100 */
export function pageSize(argument: "first" | "last", size: number): number {
  if (size >= 1 && size <= MOST_ITEMS) return size;
  throw new BadUserInputError(
    argument,
    "OUT_OF_RANGE",
    `\`${argument}\` is ${size}. Request 1 to ${MOST_ITEMS} items at a time.`,
  );
}

/** Whether the operation gives an argument a value, be it null, by a literal or by a variable that has one. */
function isGiven(name: string, { fieldNodes, variableValues }: GraphQLResolveInfo): boolean {
  // Stryker disable next-line OptionalChaining: graphql-js gives both, though its types leave them out
  const value = fieldNodes[0]?.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined) return false;
  return value.kind !== Kind.VARIABLE || Object.hasOwn(variableValues, value.name.value);
}
