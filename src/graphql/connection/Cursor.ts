import { BadUserInputError } from "../errors/InputError.js";

/**
 * An opaque cursor: the list it belongs to, the revision it was given in and a position in that list. A cursor of another
 * list or revision is refused, for its position would point somewhere else.
 */
export function encodeCursor(list: string, revision: string, position: number): string {
  return Buffer.from(`${list}|${revision}|${position}`, "utf8").toString("base64url");
}

/**
 * The position a cursor stands for; null for no cursor.
 * @throws BadUserInputError for a cursor that this list did not give in this revision
 */
export function decodeCursor(list: string, revision: string, cursor: string | null | undefined): number | null {
  if (cursor === null || cursor === undefined) return null;
  const match = /^([^|]*)\|([^|]*)\|(\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  if (match === null || match[1] !== list) {
    throw new BadUserInputError(
      "after",
      "FOREIGN_CURSOR",
      "This is no cursor of this list. Pass the `endCursor` or `cursor` of an earlier page of the same field, unchanged.",
    );
  }
  if (match[2] !== revision) {
    throw new BadUserInputError(
      "after",
      "STALE_CURSOR",
      "This cursor is of an earlier revision of the dataset. Start again from the first page.",
    );
  }
  return Number(match[3]);
}
