/** How a search ended. LIMIT_REACHED: the budget ended it. The answer has the paths found by then; there may be more. */
export const PathOutcome = {
  FOUND: "FOUND",
  NO_PATH: "NO_PATH",
  LIMIT_REACHED: "LIMIT_REACHED",
} as const;
export type PathOutcome = (typeof PathOutcome)[keyof typeof PathOutcome];
