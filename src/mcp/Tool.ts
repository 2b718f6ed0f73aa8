/** A JSON Schema, in the words of draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What an assistant may ask: one operation on the graph, told in the schema's own words. */
export interface Tool {
  /** Its name, such as `shortest_path`: that of its file and, in another spelling, of its operation. */
  readonly name: string;
  /** The same as words. */
  readonly title: string;
  /** The descriptions of the fields that take its arguments, the root field first. */
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
  /** The names of its arguments, which are the variables of its operation. */
  readonly argumentNames: readonly string[];
  /** The fields that lead to lists which mean nothing in part, joined by dots. */
  readonly keptWhole: ReadonlySet<string>;
  /** The operation, which is sent as it is: arguments go into variables alone. */
  readonly operation: string;
}
