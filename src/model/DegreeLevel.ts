import { registerEnumType } from "type-graphql";

export const DegreeLevel = {
  BACHELOR: "BACHELOR",
  MASTER: "MASTER",
  DOCTORATE: "DOCTORATE",
} as const;
export type DegreeLevel = (typeof DegreeLevel)[keyof typeof DegreeLevel];

const LOWEST_FIRST = Object.values(DegreeLevel);

/** The rank of a level: 0 for the lowest. */
export function degreeRank(level: DegreeLevel): number {
  return LOWEST_FIRST.indexOf(level);
}

registerEnumType(DegreeLevel, {
  name: "DegreeLevel",
  description: "Academic level of a degree.",
  valuesConfig: {
    BACHELOR: { description: "Bachelor's level." },
    MASTER: { description: "Master's level." },
    DOCTORATE: { description: "Doctoral level (PhD)." },
  },
});
