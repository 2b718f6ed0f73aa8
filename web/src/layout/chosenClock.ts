import { STEP_WIDTH } from "./Drawing.js";
import type { MapPath } from "./MapInput.js";

/** Where the stations of the chosen path stand, as shares of time; and what the axis says there, null where it has no times. */
export interface Clock {
  readonly at: readonly number[];
  readonly labels: readonly string[] | null;
}

/**
 * Where along an axis the stations of a path stand: by its own times, stretched to the length, each step at least `STEP_WIDTH` long, so
 * that the axis is longer than asked where the steps need more. Equal steps where one of them is untimed.
 */
export function chosenClock(path: MapPath, start: number, length: number): Clock {
  const months = path.steps.map((step) => step.months);
  const isTimed = months.every((count) => count !== null) && months.some((count) => count !== null && count > 0);
  const widths = shares(isTimed ? months.map((count) => count ?? 0) : months.map(() => 1), length);
  const at = [start];
  for (const width of widths) at.push((at.at(-1) ?? start) + width);
  if (!isTimed) return { at, labels: null };
  let sum = 0;
  return { at, labels: ["now", ...months.map((count) => yearsLabel((sum += count ?? 0)))] };
}

/** Splits a length by weights, with no part below `STEP_WIDTH`. */
function shares(weights: readonly number[], length: number): readonly number[] {
  const isShort = weights.map(() => false);
  for (;;) {
    const shortCount = isShort.filter(Boolean).length;
    const rest = length - shortCount * STEP_WIDTH;
    const sum = weights.reduce((total, weight, place) => (isShort[place] === true ? total : total + weight), 0);
    const widths = weights.map((weight, place) =>
      isShort[place] === true || sum === 0 ? STEP_WIDTH : (rest * weight) / sum,
    );
    const found = widths.findIndex((width) => width < STEP_WIDTH);
    if (found === -1) return widths;
    widths.forEach((width, place) => {
      if (width < STEP_WIDTH) isShort[place] = true;
    });
  }
}

function yearsLabel(months: number): string {
  return `${Math.round((months / 12) * 10) / 10} y`;
}
