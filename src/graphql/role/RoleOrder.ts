import { registerEnumType } from "type-graphql";

export const RoleOrder = { TITLE: "TITLE", SENIORITY: "SENIORITY", PAY: "PAY", EMPLOYMENT: "EMPLOYMENT" } as const;
export type RoleOrder = (typeof RoleOrder)[keyof typeof RoleOrder];

registerEnumType(RoleOrder, {
  name: "RoleOrder",
  description: "How to order roles.",
  valuesConfig: {
    TITLE: { description: "By title, then id." },
    SENIORITY: { description: "By seniority, junior first; roles without one last; then by title." },
    PAY: {
      description:
        "By the lower end of `payBand`, in `where.currency` and `where.payPlace`; without a currency, in the one in which most roles have a band. Roles without such a band last; then by title.",
    },
    EMPLOYMENT: {
      description:
        "By how many people work in the role, of the claim for the widest place, then of the newest; roles without a claim last; then by title.",
    },
  },
});
