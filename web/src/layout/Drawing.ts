import type { Box, Point } from "./geometry.js";

/** A role on the map. */
export interface Station extends Point {
  readonly id: string;
  readonly title: string;
  readonly isChosen: boolean;
  /** The lines of its label, at most two; the last one may be cut. */
  readonly label: readonly string[];
  readonly labelBox: Box;
}

/** A step on the map: the line between two stations. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly isChosen: boolean;
  readonly isInferred: boolean;
  /** The line as an SVG path. */
  readonly path: string;
  /** Points on the line, close together, from end to end. */
  readonly points: readonly Point[];
}

/** The label above a step of the chosen path. */
export interface StepLabel extends Point {
  readonly step: number;
  readonly lines: readonly string[];
  readonly box: Box;
}

/** A track, drawn as a band behind its stations. */
export interface Lane {
  /** Null for roles on no track. */
  readonly name: string | null;
  readonly top: number;
  readonly height: number;
}

/** A mark on an axis, in CSS pixels along it. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The map, in CSS pixels from its upper left corner. `x` and `y` of a label are the middle of its first baseline. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  /** Time since the start at each station of the chosen path; empty if a step is untimed. */
  readonly years: readonly Tick[];
  /** Pay per year; empty if the map is not drawn by pay. */
  readonly pay: readonly Tick[];
  readonly stations: readonly Station[];
  readonly lines: readonly Line[];
  readonly stepLabels: readonly StepLabel[];
}

export const RADIUS = 9;
/** Minimum distance between two stations of the chosen path, in pixels. */
export const STEP_WIDTH = 132;
export const LINE_HEIGHT = 14;
