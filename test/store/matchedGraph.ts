import type { Dataset } from "../../src/dataset/Dataset.js";
import { datasetOf, need } from "../dataset/datasetOf.js";

/**
 * Two datasets with a folder of matches. In the guild, a mason becomes a master; in the works, a bricklayer becomes nothing. Mason and
 * bricklayer match EXACT, master and foreman match CLOSE, and the two skills called Masonry match EXACT.
 */
export function matchedGraph(): Promise<Dataset> {
  const match = { basis: "INFERRED", note: "By their descriptions." };
  return datasetOf(
    {
      roles: [
        { id: "role:mason", title: "Mason", place: "UNPLACED", skills: [need("skill:masonry")] },
        { id: "role:master", title: "Master", place: "UNPLACED" },
      ],
      skills: [{ id: "skill:masonry", name: "Masonry" }],
      transitions: [{ from: "role:mason", to: "role:master", kind: "PROMOTION", basis: "STATED", statedYears: 3 }],
    },
    { id: "guild", name: "Guild" },
    [
      {
        head: { id: "works", name: "Works" },
        drafts: {
          roles: [
            { id: "role:bricklayer", title: "Bricklayer", place: "UNPLACED", skills: [need("skill:works-masonry")] },
            { id: "role:foreman", title: "Foreman", place: "UNPLACED" },
            { id: "role:builder", title: "Builder", place: "UNPLACED" },
          ],
          skills: [{ id: "skill:works-masonry", name: "Masonry" }],
        },
      },
      {
        head: { id: "between", name: "Guild and works" },
        drafts: {
          matches: [
            { from: "role:mason", to: "role:builder", kind: "BROADER", ...match },
            { from: "role:foreman", to: "role:master", kind: "CLOSE", basis: "STATED" },
            { from: "role:mason", to: "role:bricklayer", kind: "EXACT", ...match },
            { from: "skill:masonry", to: "skill:works-masonry", kind: "EXACT", ...match },
          ],
        },
      },
    ],
  );
}
