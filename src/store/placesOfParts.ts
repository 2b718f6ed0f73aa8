import type { DatasetPart } from "../model/DatasetPart.js";

/** Tells the place of a dataset among those served, by its id. @returns a function that throws where no dataset has the id */
export function placesOfParts(parts: readonly DatasetPart[]): (originId: string) => number {
  const places = new Map(parts.map(({ id }, place) => [id, place]));
  return (originId) => {
    const place = places.get(originId);
    if (place === undefined) throw new Error(`A record comes from ${originId}, which is not served.`);
    return place;
  };
}
