import { createHash } from "node:crypto";

/** A short name, for cursors, of a list that depends on arguments: equal arguments give an equal name. */
export function listName(field: string, ...args: readonly unknown[]): string {
  return `${field} ${createHash("sha256").update(JSON.stringify(args)).digest("base64url").slice(0, 12)}`;
}
