import { registerEnumType } from "type-graphql";

export const PayComponent = {
  BASE: "BASE",
  TOTAL: "TOTAL",
  UNSPECIFIED: "UNSPECIFIED",
} as const;
export type PayComponent = (typeof PayComponent)[keyof typeof PayComponent];

registerEnumType(PayComponent, {
  name: "PayComponent",
  description: "Which part of pay a figure covers.",
  valuesConfig: {
    BASE: { description: "Base salary only." },
    TOTAL: { description: "Total compensation: salary, bonus and equity." },
    UNSPECIFIED: { description: "The source does not say." },
  },
});
