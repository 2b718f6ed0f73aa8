/**
 * The start and the target in the role arguments of a command. One role is the target; two roles are the start and the target.
 * @throws Error for any other number of roles
 */
export function rolesFromTo(roles: readonly string[]): { readonly from?: string; readonly to: string } {
  const [first, second, ...more] = roles;
  if (first === undefined || more.length > 0) throw new Error("Give one role to reach, or two: from and to.");
  return second === undefined ? { to: first } : { from: first, to: second };
}
