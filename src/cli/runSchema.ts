import { readFile, writeFile } from "node:fs/promises";
import { errorsPage } from "../graphql/errors/errorsPage.js";
import { schemaText } from "../graphql/schemaText.js";

/** What is written from the schema and its errors, file by file. */
const EMITTED: Readonly<Record<string, () => string | Promise<string>>> = {
  "schema/schema.graphql": schemaText,
  "docs/errors.md": errorsPage,
};

/** `career-graph schema`: emits the schema and the page of its errors, or with `--check` fails where an emitted file is stale. */
export async function runSchema({ check = false }: { check?: boolean }): Promise<void> {
  for (const [file, emit] of Object.entries(EMITTED)) {
    const text = await emit();
    if (!check) {
      await writeFile(file, text);
      console.log(`Wrote ${file}.`);
    } else if ((await readFile(file, "utf8").catch(() => null)) !== text) {
      throw new Error(`${file} is stale. Run \`npm run schema\` and commit it.`);
    } else {
      console.log(`${file} is up to date.`);
    }
  }
}
