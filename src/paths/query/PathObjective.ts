/** What the best path is best by. */
export const PathObjective = {
  FEWEST_STEPS: "FEWEST_STEPS",
  LEAST_TIME: "LEAST_TIME",
  LEAST_LEARNING: "LEAST_LEARNING",
} as const;
export type PathObjective = (typeof PathObjective)[keyof typeof PathObjective];
