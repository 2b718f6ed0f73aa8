import { registerEnumType } from "type-graphql";

export const Basis = {
  STATED: "STATED",
  INFERRED: "INFERRED",
} as const;
export type Basis = (typeof Basis)[keyof typeof Basis];

registerEnumType(Basis, {
  name: "Basis",
  description: "Whether a source states a fact or the dataset derives it.",
  valuesConfig: {
    STATED: { description: "A source says so." },
    INFERRED: { description: "The dataset derives it. If there is a `note`, it says from what." },
  },
});
