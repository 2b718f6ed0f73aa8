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
    MINIMUM: { description: "The lowest degree that sources accept." },
    STANDARD: { description: "The degree that is usually expected." },
    ADVANTAGE: { description: "The degree helps but is not required." },
  },
});
