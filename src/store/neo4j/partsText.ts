import type { DatasetPart } from "../../model/DatasetPart.js";

/**
 * The datasets that a generation was read from, as one property of its Dataset node: JSON, for a property holds neither lists of
 * lists nor maps.
 */
export function textOfParts(parts: readonly DatasetPart[]): string {
  return JSON.stringify(parts);
}

export function partsOfText(text: string): readonly DatasetPart[] {
  return JSON.parse(text) as readonly DatasetPart[];
}
