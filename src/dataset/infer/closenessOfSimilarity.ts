import type { Closeness } from "../../model/Closeness.js";

/** The bands of similarity, closest first; docs/datasets.md has their measured precision. */
export const BANDS: readonly { readonly closeness: Closeness; readonly from: number }[] = [
  { closeness: "CLOSE", from: 0.8 },
  { closeness: "RELATED", from: 0.65 },
  { closeness: "DISTANT", from: 0.5 },
];

/** The least similarity of the last band. Roles with a lower one get no transition. docs/datasets.md says how many pairs above it readers accept. */
export const LEAST_SIMILARITY = BANDS.at(-1)!.from;

/** The closeness of two roles with a similarity; null if they are not similar enough for a transition. */
export function closenessOfSimilarity(similarity: number): Closeness | null {
  return BANDS.find(({ from }) => similarity >= from)?.closeness ?? null;
}
