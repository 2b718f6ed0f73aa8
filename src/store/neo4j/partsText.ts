import type { DatasetPart } from "../../model/DatasetPart.js";

/**
 * The datasets that a generation was loaded from, as one property of its Dataset node. It is JSON, because a property cannot hold
 * maps or nested lists.
 */
export function textOfParts(parts: readonly DatasetPart[]): string {
  return JSON.stringify(parts);
}

export function partsOfText(text: string): readonly DatasetPart[] {
  return JSON.parse(text) as readonly DatasetPart[];
}
