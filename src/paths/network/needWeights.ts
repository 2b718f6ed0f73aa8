/** What a needed skill weighs where needs are counted by weight. */
export const ESSENTIAL_WEIGHT = 2;
export const USEFUL_WEIGHT = 1;
