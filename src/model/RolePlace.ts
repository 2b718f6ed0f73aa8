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
    ENTRY: { description: "An entry to the field, beside the ladder." },
    ALTERNATIVE: { description: "Off the ladder: other work that people move to." },
    UNPLACED: { description: "The sources do not assign the role to a single rung." },
  },
});
