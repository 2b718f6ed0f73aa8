import { readFileSync } from "node:fs";

/** Operations of `schema/operations/` to start with, with variables for the seed dataset. */
const EXAMPLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "shortest-path": { from: "Data Scientist", to: "Staff MLE" },
  paths: {
    from: "Data Scientist",
    to: "VP of AI",
    objective: "LEAST_LEARNING",
    limit: 3,
    profile: { skills: ["Python", "SQL"] },
  },
  role: { ref: "Staff MLE" },
  "skill-gap": { from: "Data Scientist", to: "Machine Learning Engineer" },
  roadmap: { from: "Data Scientist", to: "Senior MLE" },
  "compare-roles": { roles: ["Staff ML Engineer", "ML Engineering Manager"] },
  search: { text: "pytorh", kinds: ["SKILL", "CERTIFICATION"] },
  neighborhood: { id: "role:senior-ml-engineer", depth: 2 },
};

export interface ExampleOperation {
  /** GraphQL text. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export function exampleOperations(): readonly ExampleOperation[] {
  return Object.entries(EXAMPLES).map(([name, variables]) => ({
    query: readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), "utf8"),
    variables,
  }));
}
