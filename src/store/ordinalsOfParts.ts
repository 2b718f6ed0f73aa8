import type { DatasetPart } from "../model/DatasetPart.js";

/** Returns a function that gives the ordinal of a dataset among those served, by its id, and throws if no dataset has the id. */
export function ordinalsOfParts(parts: readonly DatasetPart[]): (originId: string) => number {
  const ordinals = new Map(parts.map(({ id }, ordinal) => [id, ordinal]));
  return (originId) => {
    const ordinal = ordinals.get(originId);
    if (ordinal === undefined) throw new Error(`A record comes from ${originId}, which is not served.`);
    return ordinal;
  };
}
