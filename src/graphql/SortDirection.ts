import { registerEnumType } from "type-graphql";

export const SortDirection = { ASC: "ASC", DESC: "DESC" } as const;
export type SortDirection = (typeof SortDirection)[keyof typeof SortDirection];

registerEnumType(SortDirection, {
  name: "SortDirection",
  description: "The direction of an order. Items without a value always come last.",
  valuesConfig: {
    ASC: { description: "Smallest first, and text from A to Z." },
    DESC: { description: "Largest first, and text from Z to A." },
  },
});
