import type { VariablesOf } from "../api/graphql.js";
import type { Address } from "../address/Address.js";
import type { Paths } from "./pathOperations.js";

type Variables = VariablesOf<typeof Paths>;

/** The most paths to draw; more would be unreadable. */
const LIMIT = 5;

/** The variables of `paths` and `tradeoffs` for an address; null unless both roles are chosen. */
export function pathRequest(address: Address): Variables | null {
  if (address.from === null || address.to === null) return null;
  return {
    from: address.from,
    to: address.to,
    ...(address.by === "TRADEOFFS"
      ? {}
      : { objective: address.by, limit: LIMIT, ...(address.isDiffering ? { differ: true } : {}) }),
    ...constraintsOf(address),
    ...placeOf(address),
    ...profileOf(address),
  };
}

/** The variables for exactly one path, given by the ids of its roles: all roles between the ends are `via`, and `maxSteps` allows no others. */
export function detailsRequest(address: Address, roles: readonly string[]): Variables {
  const { where } = constraintsOf(address);
  return {
    from: roles[0] ?? "",
    to: roles.at(-1) ?? "",
    where: { ...where, maxSteps: roles.length - 1, via: roles.slice(1, -1) },
    ...placeOf(address),
    ...profileOf(address),
  };
}

/** The currency of the minimum pay if the address has none. */
export const CURRENCY = "USD";

function constraintsOf({ avoid, via, maxSteps, maxYears, minPay, currency, place, isStated }: Address) {
  const where: NonNullable<Variables["where"]> = {
    ...(avoid.length === 0 ? {} : { avoid: [...avoid] }),
    ...(via.length === 0 ? {} : { via: [...via] }),
    ...(maxSteps === null ? {} : { maxSteps }),
    ...(maxYears === null ? {} : { maxYears }),
    ...(minPay === null ? {} : { minPay, currency: currency ?? CURRENCY, ...(place === null ? {} : { place }) }),
    ...(isStated ? { basis: "STATED" as const } : {}),
  };
  return Object.keys(where).length === 0 ? {} : { where };
}

function placeOf({ place }: Address) {
  return place === null ? {} : { place };
}

export function profileOf({ know }: Pick<Address, "know">) {
  return know.length === 0 ? {} : { profile: { skills: [...know], ignoreUnknown: true } };
}
