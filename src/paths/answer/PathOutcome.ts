/** How a search ended. LIMIT_REACHED: by its budget; what it found so far stands in the answer, and there may be more. */
export const PathOutcome = {
  FOUND: "FOUND",
  NO_PATH: "NO_PATH",
  LIMIT_REACHED: "LIMIT_REACHED",
} as const;
export type PathOutcome = (typeof PathOutcome)[keyof typeof PathOutcome];
