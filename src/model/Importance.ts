import { registerEnumType } from "type-graphql";

export const Importance = {
  ESSENTIAL: "ESSENTIAL",
  USEFUL: "USEFUL",
} as const;
export type Importance = (typeof Importance)[keyof typeof Importance];

registerEnumType(Importance, {
  name: "Importance",
  description: "How much a role needs a skill. Both count as skills to learn; coverage looks at ESSENTIAL alone.",
  valuesConfig: {
    ESSENTIAL: { description: "The role cannot be done without it." },
    USEFUL: { description: "It helps, and sources name it for the role." },
  },
});
