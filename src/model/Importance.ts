import { registerEnumType } from "type-graphql";

export const Importance = {
  ESSENTIAL: "ESSENTIAL",
  USEFUL: "USEFUL",
} as const;
export type Importance = (typeof Importance)[keyof typeof Importance];

registerEnumType(Importance, {
  name: "Importance",
  description: "How much a role needs a skill. Both values count as skills to learn; `coverage` counts ESSENTIAL only.",
  valuesConfig: {
    ESSENTIAL: { description: "The role cannot be done without the skill." },
    USEFUL: { description: "The skill helps, and sources name it for the role." },
  },
});
