import { registerEnumType } from "type-graphql";

export const RoleOrder = { TITLE: "TITLE", SENIORITY: "SENIORITY" } as const;
export type RoleOrder = (typeof RoleOrder)[keyof typeof RoleOrder];

registerEnumType(RoleOrder, {
  name: "RoleOrder",
  description: "How to order roles.",
  valuesConfig: {
    TITLE: { description: "By title, then id." },
    SENIORITY: { description: "By seniority, junior first; roles without one last; then by title." },
  },
});
