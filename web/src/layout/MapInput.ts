/** A role as the map needs it. */
export interface MapRole {
  readonly id: string;
  readonly title: string;
  /** Name of its track; null where it is on none. */
  readonly track: string | null;
  /** Middle of its band of pay a year; null where there is none in the currency of the map. */
  readonly pay: number | null;
}

/** A step as the map needs it. */
export interface MapStep {
  /** Months that it takes, known or assumed; null where nothing is known nor assumed. */
  readonly months: number | null;
  readonly isInferred: boolean;
  /** What stands over its line, the parts of one line of text. */
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

/** What is drawn: paths between the same two roles, of which one is chosen. */
export interface MapInput {
  readonly roles: ReadonlyMap<string, MapRole>;
  readonly paths: readonly MapPath[];
  /** Which of the paths is chosen. */
  readonly chosen: number;
  /** Width that there is, in CSS pixels; the drawing is wider where its steps need more. */
  readonly width: number;
  readonly measure: Measure;
}
