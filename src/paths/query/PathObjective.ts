/** The objective of a search for paths. */
export const PathObjective = {
  FEWEST_STEPS: "FEWEST_STEPS",
  LEAST_TIME: "LEAST_TIME",
  LEAST_LEARNING: "LEAST_LEARNING",
} as const;
export type PathObjective = (typeof PathObjective)[keyof typeof PathObjective];

/** The figures by which paths are compared. */
export type PathMeasure = "skills" | "steps" | "months" | "inferred";

/** The figures by which each objective orders paths, ascending. Ties after the last are broken by role ids. */
export const ORDERS = {
  FEWEST_STEPS: ["steps", "months", "inferred"],
  LEAST_TIME: ["months", "steps", "inferred"],
  LEAST_LEARNING: ["skills", "steps", "months", "inferred"],
} as const satisfies Record<PathObjective, readonly PathMeasure[]>;
