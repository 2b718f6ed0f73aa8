import { registerEnumType } from "type-graphql";

export const Necessity = {
  MINIMUM: "MINIMUM",
  STANDARD: "STANDARD",
  ADVANTAGE: "ADVANTAGE",
} as const;
export type Necessity = (typeof Necessity)[keyof typeof Necessity];

registerEnumType(Necessity, {
  name: "Necessity",
  description: "Whether a degree is required, usual or helpful.",
  valuesConfig: {
    MINIMUM: { description: "The least that sources accept." },
    STANDARD: { description: "What is usually expected." },
    ADVANTAGE: { description: "Helps, and is not required." },
  },
});
