import { registerEnumType } from "type-graphql";

export const RoleOrder = { TITLE: "TITLE", SENIORITY: "SENIORITY", PAY: "PAY", EMPLOYMENT: "EMPLOYMENT" } as const;
export type RoleOrder = (typeof RoleOrder)[keyof typeof RoleOrder];

registerEnumType(RoleOrder, {
  name: "RoleOrder",
  description: "How to sort roles.",
  valuesConfig: {
    TITLE: { description: "By title, then id." },
    SENIORITY: {
      description: "By seniority, junior first. Roles without a seniority come last; ties are sorted by title.",
    },
    PAY: {
      description:
        "By `payBand.min` for `where.currency` and `where.payPlace`; without a currency, in the currency in which most roles have a band. Roles without such a band come last; ties are sorted by title.",
    },
    EMPLOYMENT: {
      description:
        "By the number of people who work in the role, taken from the claim for the widest place, then the newest claim. Roles without a claim come last; ties are sorted by title.",
    },
  },
});
