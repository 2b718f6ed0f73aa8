import type { Role } from "../model/Role.js";

/** Roles by ascending seniority. Roles without a seniority come last; the sort is stable. */
export function bySeniority(roles: readonly Role[]): readonly Role[] {
  const rank = ({ seniority }: Role): number => seniority ?? Number.MAX_SAFE_INTEGER;
  return roles.toSorted((left, right) => rank(left) - rank(right));
}
