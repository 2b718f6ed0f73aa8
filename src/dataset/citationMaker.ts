import type { Citation } from "../model/Citation.js";
import type { CitationRecord } from "./recordShapes.js";

/** Makes the citations of a record from what its file says. */
export type CitationsOf = (cites: readonly CitationRecord[]) => readonly Citation[];

/**
 * Gives citations as written, each once. Equal ones are one object, and equal lists of one citation one list: an imported
 * dataset has hundreds of thousands that say the same.
 */
export function citationMaker(): CitationsOf {
  const alone = new Map<string, readonly [Citation]>();
  const one = ({ source, heading, via }: CitationRecord): readonly [Citation] => {
    const key = `${source}\n${via ?? ""}\n${heading ?? ""}`;
    const known = alone.get(key);
    if (known !== undefined) return known;
    const list = [{ sourceId: source, viaId: via ?? null, heading: heading ?? null }] as const;
    alone.set(key, list);
    return list;
  };
  return (cites) => {
    const [first] = cites;
    return first !== undefined && cites.length === 1 ? one(first) : [...new Set(cites.map((cite) => one(cite)[0]))];
  };
}
