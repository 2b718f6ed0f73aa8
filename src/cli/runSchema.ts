import { readFile, writeFile } from "node:fs/promises";
import { schemaText } from "../graphql/schemaText.js";

const FILE = "schema/schema.graphql";

/** `career-graph schema`: emits the schema, or with `--check` fails where the emitted file is stale. */
export async function runSchema({ check = false }: { check?: boolean }): Promise<void> {
  const text = await schemaText();
  if (!check) {
    await writeFile(FILE, text);
    console.log(`Wrote ${FILE}.`);
  } else if ((await readFile(FILE, "utf8").catch(() => null)) !== text) {
    throw new Error(`${FILE} is stale. Run \`npm run schema\` and commit it.`);
  } else {
    console.log(`${FILE} is up to date.`);
  }
}
