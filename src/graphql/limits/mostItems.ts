/** The most items of a page. */
export const MOST_ITEMS = 100;

/** The most nodes of a neighborhood. */
export const MOST_NODES = 500;
