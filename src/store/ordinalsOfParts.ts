import type { DatasetPart } from "../model/DatasetPart.js";

/** Returns a function that gives the position of a dataset among those served, by its id, and throws if no dataset has the id. */
export function placesOfParts(parts: readonly DatasetPart[]): (originId: string) => number {
  const places = new Map(parts.map(({ id }, place) => [id, place]));
  return (originId) => {
    const place = places.get(originId);
    if (place === undefined) throw new Error(`A record comes from ${originId}, which is not served.`);
    return place;
  };
}
