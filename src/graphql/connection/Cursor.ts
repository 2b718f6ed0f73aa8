import { BadUserInputError } from "../errors/InputError.js";

/** The sort key of an item in its list: the values that the list is sorted by, then the item's id. */
export type CursorKey = readonly (string | number)[];

/**
 * An opaque cursor: the list that it belongs to and the key of its item. It contains no position, so it works in any revision, even if items
 * before it were added or removed.
 */
export function encodeCursor(list: string, key: CursorKey): string {
  return Buffer.from(JSON.stringify([list, ...key]), "utf8").toString("base64url");
}

/**
 * The key in a cursor.
 * @param argument the argument with the cursor
 * @throws BadUserInputError for a cursor that does not come from this list
 */
export function decodeCursor(list: string, cursor: string, argument: string): CursorKey {
  const parts = parsed(cursor);
  const isKey = Array.isArray(parts) && parts.every((part) => typeof part === "string" || Number.isFinite(part));
  if (isKey && parts[0] === list) return parts.slice(1) as CursorKey;
  throw foreignCursor(argument);
}

/** Compares keys by their first difference: numbers by size, texts by code unit. */
export function compareKeys(left: CursorKey, right: CursorKey): number {
  for (const [index, value] of left.entries()) {
    const other = right[index] as typeof value;
    if (value < other) return -1;
    if (value > other) return 1;
  }
  return 0;
}

/** Whether two keys can be compared. */
export function alike(left: CursorKey, right: CursorKey): boolean {
  return left.length === right.length && left.every((value, index) => typeof value === typeof right[index]);
}

export function foreignCursor(argument: string): BadUserInputError {
  return new BadUserInputError(
    argument,
    "FOREIGN_CURSOR",
    "This cursor does not belong to this list. Pass a cursor from an earlier page of the same field, unchanged, with the arguments of that page.",
  );
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    // Not JSON, so not a key.
  }
}
