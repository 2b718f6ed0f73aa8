import { createHash } from "node:crypto";

/** A short name, for cursors, of a list that depends on arguments: equal arguments give an equal name. */
export function listName(field: string, ...args: readonly unknown[]): string {
  // Stryker disable next-line MethodExpression: a whole hash names the list as well, and makes cursors longer
  return `${field} ${createHash("sha256").update(JSON.stringify(args)).digest("base64url").slice(0, 12)}`;
}
