import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { datasetSchemas } from "../dataset/datasetSchemas.js";
import { clientSettingsText, clientsPage } from "../graphql/clients/clientsPage.js";
import { errorsPage } from "../graphql/errors/errorsPage.js";
import { schemaText } from "../graphql/schemaText.js";

/** Makes the text of each file, by path. */
type Emitted = Readonly<Record<string, () => string | Promise<string>>>;

/** The files that are generated from the shapes of dataset records. */
const OF_DATASETS: Emitted = Object.fromEntries(
  [...datasetSchemas()].map(([file, text]) => [`schema/dataset/${file}.json`, () => text]),
);

/** The files that are generated from the GraphQL schema and the error codes. */
const OF_GRAPHQL: Emitted = {
  "schema/schema.graphql": schemaText,
  "schema/client-settings.json": clientSettingsText,
  "docs/errors.md": errorsPage,
  "docs/clients.md": clientsPage,
};

/**
 * `career-graph schema`: writes the GraphQL schema, the pages that are generated from it and the JSON Schemas of dataset files. With `--check`,
 * it fails if a file is stale.
 * @param options `dataset` limits it to the JSON Schemas
 */
export async function runSchema({ check = false, dataset = false }: { check?: boolean; dataset?: boolean }) {
  for (const [file, emit] of Object.entries(dataset ? OF_DATASETS : { ...OF_GRAPHQL, ...OF_DATASETS })) {
    const text = await emit();
    if (!check) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      console.log(`Wrote ${file}.`);
    } else if ((await readFile(file, "utf8").catch(() => null)) !== text) {
      throw new Error(`${file} is stale. Run \`npm run schema\` and commit it.`);
    } else {
      console.log(`${file} is up to date.`);
    }
  }
}
