/** Maximum number of characters of a search text. */
export const LONGEST_TEXT = 300;
