/** What the best path is best by. */
export const PathObjective = {
  FEWEST_STEPS: "FEWEST_STEPS",
  LEAST_TIME: "LEAST_TIME",
  LEAST_LEARNING: "LEAST_LEARNING",
} as const;
export type PathObjective = (typeof PathObjective)[keyof typeof PathObjective];

/** What paths are compared by. */
export type PathMeasure = "skills" | "steps" | "months" | "inferred";

/** By what each objective orders paths: the least of the first counts, then of the next, and at last the ids of their roles. */
export const ORDERS = {
  FEWEST_STEPS: ["steps", "months", "inferred"],
  LEAST_TIME: ["months", "steps", "inferred"],
  LEAST_LEARNING: ["skills", "steps", "months", "inferred"],
} as const satisfies Record<PathObjective, readonly PathMeasure[]>;
