/** A role as the map needs it. */
export interface MapRole {
  readonly id: string;
  readonly title: string;
  /** Name of its track; null if it has none. */
  readonly track: string | null;
  /** Middle of its yearly pay band; null if there is none in the currency of the map. */
  readonly pay: number | null;
}

/** A step as the map needs it. */
export interface MapStep {
  /** Months that it takes, known or assumed; null if neither is. */
  readonly months: number | null;
  readonly isInferred: boolean;
  /** The parts of the label above its line. */
  readonly label: readonly string[];
}

/** A path as the map needs it: `steps[i]` leads from `roles[i]` to `roles[i + 1]`. */
export interface MapPath {
  /** Ids of its roles, each once. */
  readonly roles: readonly string[];
  readonly steps: readonly MapStep[];
}

/** Width of a text in CSS pixels. */
export type Measure = (text: string, font: "station" | "chosen" | "step") => number;

/** The paths to draw. All have the same ends, and one is chosen. */
export interface MapInput {
  readonly roles: ReadonlyMap<string, MapRole>;
  readonly paths: readonly MapPath[];
  /** Index of the chosen path. */
  readonly chosen: number;
  /** Available width, in CSS pixels; the drawing is wider if its steps need more. */
  readonly width: number;
  readonly measure: Measure;
}
