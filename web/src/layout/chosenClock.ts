import { STEP_WIDTH } from "./Drawing.js";
import type { MapPath } from "./MapInput.js";

/** The x of each station of the chosen path, and the labels of the time axis there; null if a step has no time. */
export interface Clock {
  readonly at: readonly number[];
  readonly labels: readonly string[] | null;
}

/**
 * Places the stations of a path along the time axis, scaled to the given length. Each step is at least `STEP_WIDTH` long, so the axis may
 * be longer than given. If a step is untimed, all steps are equally long.
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

/** Splits a length in proportion to weights, with no part below `STEP_WIDTH`. */
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
