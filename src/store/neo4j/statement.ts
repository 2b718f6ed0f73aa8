import { readdirSync, readFileSync } from "node:fs";

declare const ROW: unique symbol;

/** The text of a statement. Its type says what a row of its result holds. */
export type Statement<Row extends object = object> = string & { readonly [ROW]?: Row };

/** Runs a statement in a pinned revision. The statement must return at least one row for every whole generation. */
export type Run = <Row extends object>(
  text: Statement<Row>,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<readonly Row[]>;

/** The folder `cypher/`. The path is the same from `src/store/neo4j/` and from `dist/store/neo4j/`. */
const FOLDER = new URL("../../../cypher/", import.meta.url);

/**
 * The text of a statement, such as "read/entities". Call it when a module is loaded, so that a missing file makes the start fail, not a
 * request. The type argument declares what rows hold, and must agree with the opening comment of the file.
 * @throws Error if there is no such file
 */
export function statement<Row extends object>(name: string): Statement<Row> {
  return readFileSync(new URL(`${name}.cypher`, FOLDER), "utf8") as Statement<Row>;
}

/** The texts of all statements in a folder, such as "read". */
export function statementsIn(folder: string): readonly Statement[] {
  const files = readdirSync(new URL(`${folder}/`, FOLDER)).sort();
  return files.map((file) => statement<object>(`${folder}/${file.replace(/\.cypher$/, "")}`));
}
