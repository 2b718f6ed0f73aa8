import { registerEnumType } from "type-graphql";

/** How close the work of two roles is; the closest first. */
export const Closeness = {
  CLOSE: "CLOSE",
  RELATED: "RELATED",
  DISTANT: "DISTANT",
} as const;
export type Closeness = (typeof Closeness)[keyof typeof Closeness];

registerEnumType(Closeness, {
  name: "Closeness",
  description: "How close the work of two roles is, as the dataset measures it.",
  valuesConfig: {
    CLOSE: { description: "Much the same work: the occupations that the dataset relates most closely." },
    RELATED: { description: "Work that has much in common, though other occupations are closer." },
    DISTANT: {
      description: "Work that has something in common: the most distant occupations that the dataset still relates.",
    },
  },
});
