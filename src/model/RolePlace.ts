import { registerEnumType } from "type-graphql";

export const RolePlace = {
  LADDER: "LADDER",
  ENTRY: "ENTRY",
  ALTERNATIVE: "ALTERNATIVE",
  UNPLACED: "UNPLACED",
} as const;
export type RolePlace = (typeof RolePlace)[keyof typeof RolePlace];

registerEnumType(RolePlace, {
  name: "RolePlace",
  description: "A role's place on or off the career ladder.",
  valuesConfig: {
    LADDER: { description: "On a rung of a track." },
    ENTRY: { description: "A way in, beside the ladder." },
    ALTERNATIVE: { description: "Leaves the ladder for other work." },
    UNPLACED: { description: "The sources put it on no single rung." },
  },
});
