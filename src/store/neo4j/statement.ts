import { readdirSync, readFileSync } from "node:fs";

declare const ROW: unique symbol;

/** The text of a statement, which tells by its type what each row of its answer holds. */
export type Statement<Row extends object = object> = string & { readonly [ROW]?: Row };

/** Runs a statement that gives at least one row for every whole generation, in a pinned revision. */
export type Run = <Row extends object>(
  text: Statement<Row>,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<readonly Row[]>;

/** The folder beside `src/` and, once built, beside `dist/`, from which this file stands equally deep. */
const FOLDER = new URL("../../../cypher/", import.meta.url);

/**
 * The text of a statement, such as "read/entities". Read when a module is loaded, so that a missing file ends the start and
 * not a request. What its rows hold is said here and nowhere else; the opening comment of the file says the same.
 * @throws Error where there is no such file
 */
export function statement<Row extends object>(name: string): Statement<Row> {
  return readFileSync(new URL(`${name}.cypher`, FOLDER), "utf8") as Statement<Row>;
}

/** The texts of all statements of a folder, such as "read". */
export function statementsIn(folder: string): readonly Statement[] {
  const files = readdirSync(new URL(`${folder}/`, FOLDER)).sort();
  return files.map((file) => statement<object>(`${folder}/${file.replace(/\.cypher$/, "")}`));
}
