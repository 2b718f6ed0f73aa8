/** Items that a page may hold at most. */
export const MOST_ITEMS = 100;

/** Nodes that a neighborhood may hold at most. */
export const MOST_NODES = 500;
