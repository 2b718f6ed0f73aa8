import { createHash } from "node:crypto";

/** A short name, for cursors, of a list that depends on arguments. Equal arguments give equal names. */
export function listName(field: string, ...args: readonly unknown[]): string {
  // Stryker disable next-line MethodExpression: a whole hash also identifies the list, but makes cursors longer
  return `${field} ${createHash("sha256").update(JSON.stringify(args)).digest("base64url").slice(0, 12)}`;
}
