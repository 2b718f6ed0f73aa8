import { registerEnumType } from "type-graphql";

/** How near the work of two roles is; the nearest first. */
export const Closeness = {
  CLOSE: "CLOSE",
  RELATED: "RELATED",
  DISTANT: "DISTANT",
} as const;
export type Closeness = (typeof Closeness)[keyof typeof Closeness];

registerEnumType(Closeness, {
  name: "Closeness",
  description: "How near the work of two roles is, as the dataset measures it.",
  valuesConfig: {
    CLOSE: { description: "Much the same work: the nearest of the occupations that a dataset relates." },
    RELATED: { description: "Work that has much in common, though others are nearer." },
    DISTANT: { description: "Work that has something in common: the least near that a dataset still relates." },
  },
});
