const ESSENTIAL_WEIGHT = 2;
const USEFUL_WEIGHT = 1;

/**
 * The weight of a need in weighted coverage and similarity.
 * @param essential 1 if the need is ESSENTIAL, else 0, as in `NetworkColumns.needEssential`
 */
export function needWeight(essential: number): number {
  return essential === 1 ? ESSENTIAL_WEIGHT : USEFUL_WEIGHT;
}
