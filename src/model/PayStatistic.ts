import { registerEnumType } from "type-graphql";

export const PayStatistic = {
  RANGE: "RANGE",
  PERCENTILE_RANGE: "PERCENTILE_RANGE",
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
    PERCENTILE_RANGE: {
      description:
        "The pay between two percentiles of the people in the role, given by `lowerPercentile` and `upperPercentile`.",
    },
    MEDIAN: { description: "A median. If the source gives it as a range, `min` and `max` differ." },
    AVERAGE: { description: "A mean; min equals max." },
    SHARE_OF_ROLES: { description: "The pay of a share of roles; `note` says which share." },
    FLOOR: { description: 'At least min ("over X"); max is null.' },
  },
});
