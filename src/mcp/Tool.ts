import type { GraphQLFormattedError } from "graphql";

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A tool for assistants: one operation on the graph, described with the texts of the schema. */
export interface Tool {
  /** Its name, such as `shortest_path`: the name of its file and, as `ShortestPath`, of its operation. */
  readonly name: string;
  /** The name in words, such as `Shortest path`. */
  readonly title: string;
  /** The descriptions of the fields that take its arguments, the root field first. */
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
  /** Everything that is wrong with the form of arguments, which are the variables of the operation. */
  readonly problemsOf: (given: Readonly<Record<string, unknown>>) => readonly GraphQLFormattedError[];
  /** Paths of the lists that are meaningless if they are cut: field names joined by dots. */
  readonly keptWhole: ReadonlySet<string>;
  /** The operation. It is sent unchanged: arguments are passed only as variables. */
  readonly operation: string;
}
