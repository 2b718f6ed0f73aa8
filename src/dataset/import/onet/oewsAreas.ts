import type { TableRow } from "../tableRows.js";
import type { WageColumn } from "./wageFigures.js";

/** What NAICS says of a row that is of all industries together. */
export const ALL_INDUSTRIES = "000000";

/** An area that the estimates are of. */
export interface OewsArea {
  /** Its part of the ids of records. */
  readonly slug: string;
  /** As the publisher calls it. */
  readonly title: string;
  /** As claims write places: US, US-CA, or the publisher's title of a metropolitan or nonmetropolitan area. */
  readonly place: string;
  readonly isNation: boolean;
}

/**
 * The area of a row, by AREA_TYPE: 1 the nation, 2 a state, 3 a territory (of which ISO 3166-2 has a code too), 4 a metropolitan
 * and 6 a nonmetropolitan area, and of earlier releases 5, a division of the former. Null for anything else.
 */
export function areaOfRow(cells: TableRow<WageColumn>["cells"]): OewsArea | null {
  const { AREA: area, AREA_TITLE: title, AREA_TYPE: type, PRIM_STATE: state } = cells;
  if (area === null || title === null) return null;
  switch (type) {
    case "1":
      return area === "99" ? { slug: "us", title, place: "US", isNation: true } : null;
    case "2":
    case "3":
      if (state === null || !/^[A-Z]{2}$/.test(state)) return null;
      return { slug: `us-${state.toLowerCase()}`, title, place: `US-${state}`, isNation: false };
    case "4":
    case "5":
    case "6":
      return /^[0-9]+$/.test(area) ? { slug: area, title, place: title, isNation: false } : null;
    default:
      return null;
  }
}
