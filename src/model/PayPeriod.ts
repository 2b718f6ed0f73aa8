import { registerEnumType } from "type-graphql";

export const PayPeriod = {
  YEAR: "YEAR",
  MONTH: "MONTH",
  HOUR: "HOUR",
} as const;
export type PayPeriod = (typeof PayPeriod)[keyof typeof PayPeriod];

registerEnumType(PayPeriod, {
  name: "PayPeriod",
  description: "The time that a pay figure is for.",
  valuesConfig: {
    YEAR: { description: "Per year." },
    MONTH: {
      description:
        "Per month; never part of a pay band, because the number of salaries per year differs between places.",
    },
    HOUR: { description: "Per hour; never part of a pay band." },
  },
});
