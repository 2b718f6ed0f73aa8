/**
 * Where to and where from, of a command's roles: one is the one to reach, two are where from and where to.
 * @throws Error for any other number
 */
export function rolesFromTo(roles: readonly string[]): { readonly from?: string; readonly to: string } {
  const [first, second, ...more] = roles;
  if (first === undefined || more.length > 0) throw new Error("Give one role to reach, or two: from and to.");
  return second === undefined ? { to: first } : { from: first, to: second };
}
