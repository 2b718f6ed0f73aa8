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
    YEAR: { description: "For a year." },
    MONTH: {
      description: "For a month; never enters a pay band, for how many months are paid a year differs between places.",
    },
    HOUR: { description: "For an hour; never enters a pay band." },
  },
});
