import { registerEnumType } from "type-graphql";

export const StoreKind = {
  EMBEDDED: "EMBEDDED",
  NEO4J: "NEO4J",
} as const;
export type StoreKind = (typeof StoreKind)[keyof typeof StoreKind];

registerEnumType(StoreKind, {
  name: "StoreKind",
  description: "The store that the answers come from.",
  valuesConfig: {
    EMBEDDED: { description: "The dataset files, held in memory." },
    NEO4J: { description: "A Neo4j database." },
  },
});
