import { registerEnumType } from "type-graphql";

export const PayStatistic = {
  RANGE: "RANGE",
  MEDIAN: "MEDIAN",
  AVERAGE: "AVERAGE",
  SHARE_OF_ROLES: "SHARE_OF_ROLES",
  FLOOR: "FLOOR",
} as const;
export type PayStatistic = (typeof PayStatistic)[keyof typeof PayStatistic];

registerEnumType(PayStatistic, {
  name: "PayStatistic",
  description: "The statistic that a pay claim gives.",
  valuesConfig: {
    RANGE: { description: "A band from min to max." },
    MEDIAN: { description: "A median; where the source gives it as a range, min and max differ." },
    AVERAGE: { description: "A mean; min equals max." },
    SHARE_OF_ROLES: { description: "The pay of a share of roles, which the note names." },
    FLOOR: { description: 'At least min ("over X"); max is null.' },
  },
});
