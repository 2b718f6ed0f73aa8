import type { Dataset } from "../dataset/Dataset.js";
import type { RoleAttributes } from "../model/RoleAttributes.js";
import { employmentOf } from "../pay/employmentOf.js";
import { payBandsOf } from "../pay/payBandOf.js";
import { listsByKey } from "./listsByKey.js";

/** What claims of pay and employment say about a role. */
export type Claimed = Pick<RoleAttributes, "payBands" | "employment">;

/** Returns a function that computes what claims say about a role, by its id. Preparing it takes O(links + claims). */
export function claimedOfRoles({ pay, employment, links }: Pick<Dataset, "pay" | "employment" | "links">) {
  const about = listsByKey(
    links.filter(({ type }) => type === "ABOUT"),
    ({ from }) => from,
  );
  /** The claims of a list about each role, in the order of the list. */
  const byRole = <T extends { readonly id: string }>(claims: readonly T[]): ReadonlyMap<string, readonly T[]> => {
    const pairs = claims.flatMap((claim) => (about.get(claim.id) ?? []).map(({ to }) => ({ to, claim })));
    const lists = new Map<string, T[]>();
    for (const [to, list] of listsByKey(pairs, (pair) => pair.to))
      lists.set(
        to,
        list.map(({ claim }) => claim),
      );
    return lists;
  };
  const [payOf, employmentClaimsOf] = [byRole(pay), byRole(employment)];
  return (roleId: string): Claimed => {
    const bands = payBandsOf(payOf.get(roleId) ?? []);
    return {
      payBands:
        bands.length === 0 ? null : bands.map(({ place, currency, min, max }) => ({ place, currency, min, max })),
      employment: employmentOf(employmentClaimsOf.get(roleId) ?? []),
    };
  };
}
