import { registerEnumType } from "type-graphql";

/** How the two records of a match relate. The values are the mapping relations of SKOS. */
export const MatchKind = {
  EXACT: "EXACT",
  CLOSE: "CLOSE",
  BROADER: "BROADER",
  NARROWER: "NARROWER",
} as const;
export type MatchKind = (typeof MatchKind)[keyof typeof MatchKind];

registerEnumType(MatchKind, {
  name: "MatchKind",
  description: "How two records of different datasets relate, by the mapping relations of SKOS.",
  valuesConfig: {
    EXACT: { description: "Both are the same. EXACT is transitive: an EXACT match of an EXACT match is EXACT too." },
    CLOSE: { description: "Both are nearly the same." },
    BROADER: { description: "`to` is the broader of the two." },
    NARROWER: { description: "`to` is the narrower of the two." },
  },
});
