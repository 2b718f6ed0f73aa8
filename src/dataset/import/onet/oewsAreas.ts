import type { TableRow } from "../tableRows.js";
import type { WageColumn } from "./wageFigures.js";

/** The NAICS value of rows for all industries together. */
export const ALL_INDUSTRIES = "000000";

/** An area of the estimates. */
export interface OewsArea {
  /** The part of record ids for the area. */
  readonly slug: string;
  /** The publisher's name. */
  readonly title: string;
  /** The place in claims: US, US-CA, or the publisher's title of a metropolitan or nonmetropolitan area. */
  readonly place: string;
  readonly isNation: boolean;
}

/**
 * The area of a row, by AREA_TYPE: 1 the nation, 2 a state, 3 a territory (which also has an ISO 3166-2 code), 4 a metropolitan area, 5 a
 * metropolitan division (in earlier releases), 6 a nonmetropolitan area. Null for anything else.
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
