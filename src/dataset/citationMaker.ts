import type { Citation } from "../model/Citation.js";
import type { CitationRecord } from "./recordShapes.js";

/** Converts the citations of a record as written in its file. */
export type CitationsOf = (cites: readonly CitationRecord[]) => readonly Citation[];

/**
 * Makes citations without duplicates, in the written order. Equal citations share one object, and equal lists of one citation share one
 * list, to save memory: an imported dataset has hundreds of thousands of equal ones.
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
