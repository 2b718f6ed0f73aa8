import { readdirSync, readFileSync } from "node:fs";

/** The folder beside `src/` and, once built, beside `dist/`, from which this file stands equally deep. */
const FOLDER = new URL("../../../cypher/", import.meta.url);

/**
 * The text of a statement, such as "read/entities". Read when a module is loaded, so that a missing file ends the start and
 * not a request.
 * @throws Error where there is no such file
 */
export function statement(name: string): string {
  return readFileSync(new URL(`${name}.cypher`, FOLDER), "utf8");
}

/** The texts of all statements of a folder, such as "read". */
export function statementsIn(folder: string): readonly string[] {
  const files = readdirSync(new URL(`${folder}/`, FOLDER)).sort();
  return files.map((file) => statement(`${folder}/${file.replace(/\.cypher$/, "")}`));
}
