import { registerEnumType } from "type-graphql";

export const SortDirection = { ASC: "ASC", DESC: "DESC" } as const;
export type SortDirection = (typeof SortDirection)[keyof typeof SortDirection];

registerEnumType(SortDirection, {
  name: "SortDirection",
  description: "Which end of an order comes first. What has no value stands last either way.",
  valuesConfig: {
    ASC: { description: "The least first, and texts from A to Z." },
    DESC: { description: "The greatest first, and texts from Z to A." },
  },
});
