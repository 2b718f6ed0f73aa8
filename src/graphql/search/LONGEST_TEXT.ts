/** Characters that a text to look for may have. */
export const LONGEST_TEXT = 300;
