import type { Closeness } from "../../model/Closeness.js";

/** The bands of likeness, the nearest first; their measured precision stands in docs/datasets.md. */
export const BANDS: readonly { readonly closeness: Closeness; readonly from: number }[] = [
  { closeness: "CLOSE", from: 0.8 },
  { closeness: "RELATED", from: 0.65 },
  { closeness: "DISTANT", from: 0.5 },
];

/** Roles less alike than this are not joined. docs/datasets.md tells what readers accept of the pairs above it. */
export const LEAST_LIKENESS = 0.5;

/** How near the work of two roles is by their likeness; null if they are not alike enough to be joined. */
export function closenessOfLikeness(likeness: number): Closeness | null {
  return BANDS.find(({ from }) => likeness >= from)?.closeness ?? null;
}
