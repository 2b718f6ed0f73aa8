import type { Role } from "../model/Role.js";

/** Roles from junior upwards, those without a seniority last, equals as they stood. */
export function bySeniority(roles: readonly Role[]): readonly Role[] {
  const rank = ({ seniority }: Role): number => seniority ?? Number.MAX_SAFE_INTEGER;
  return roles.toSorted((left, right) => rank(left) - rank(right));
}
