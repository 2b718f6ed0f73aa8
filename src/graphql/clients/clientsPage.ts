import { readFile } from "node:fs/promises";
import { careerSchema } from "../schema.js";
import { type ClientSettings, clientSettings } from "./clientSettings.js";

/** `schema/client-settings.json`. */
export async function clientSettingsText(): Promise<string> {
  return `${JSON.stringify(clientSettings(await careerSchema()), null, 2)}\n`;
}

/** The page `docs/clients.md`: the examples of `docs/clients/`, which the tests run, and settings from the schema. */
export async function clientsPage(): Promise<string> {
  const settings = clientSettings(await careerSchema());
  const [apollo, urql, relay] = await Promise.all(
    ["apolloClient", "urqlClient", "relayEnvironment"].map((name) => readFile(`docs/clients/${name}.ts`, "utf8")),
  );
  return `# Clients

<!-- Written by \`npm run schema\` from src/graphql/clients/clientsPage.ts, docs/clients/ and the schema; change it there. -->

The code for Apollo Client, urql and Relay on this page consists of files in \`docs/clients/\`. The tests
(\`test/graphql/clientsOverHttp.test.ts\`) send every operation of \`schema/operations/\` through each of these clients, and expect neither
warnings nor missing fields.

\`schema/client-settings.json\`, generated from the schema, has the settings for client caches: copy it, or import it from your
checkout. Select \`id\` wherever there is one: an object with an id is the same object in every answer. Send \`Accept:
application/graphql-response+json\`, as all of these clients do, and read \`extensions.code\` of [errors](errors.md).

## A typed answer in five minutes
In a checkout of the service; it keeps running:

    npm ci && npm start

In a second terminal, in a folder of your own, with Node.js 20.19 or later (with Node.js 22: 22.12 or later), as Vite requires:

    npm create --yes vite@latest my-page -- --template vanilla-ts && cd my-page
    npm install graphql && npm install -D @graphql-codegen/cli @graphql-codegen/client-preset

Put these two files into \`my-page\`:

\`\`\`ts
// codegen.ts
import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "http://127.0.0.1:4000/graphql",
  documents: "src/**/*.ts",
  generates: {
    "src/gql/": {
      preset: "client",
      config: {
        documentMode: "string",
        useTypeImports: true,
        strictScalars: true,
        enumsAsTypes: true,
        scalars: ${scalarsText(settings)},
      },
      presetConfig: { persistedDocuments: true },
    },
  },
};
export default config;
\`\`\`

\`\`\`ts
// src/main.ts
import { graphql } from "./gql";
import type { TypedDocumentString } from "./gql/graphql";

const SHORTEST = graphql(\`query Shortest($from: String!, $to: String!) { shortestPath(from: $from, to: $to) { summary } }\`);

async function ask<Data, Variables>(operation: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
  const answer = await fetch("http://127.0.0.1:4000/graphql", {
    method: "POST",
    headers: { accept: "application/graphql-response+json", "content-type": "application/json" },
    body: JSON.stringify({ query: operation.toString(), variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const { shortestPath } = await ask(SHORTEST, { from: "Data Scientist", to: "Staff MLE" });
document.body.textContent = shortestPath?.summary ?? "There is no path.";
\`\`\`

\`npx graphql-codegen\` writes \`src/gql/\`, which contains the types of \`SHORTEST\` and its answer. Then \`npx vite\` serves the page and
prints its address. \`src/gql/persisted-documents.json\` is a manifest for [\`OPERATIONS\`](operations.md#persisted-operations).

Enum values may be added at any time. Have a default case in every switch over an enum.

## Apollo Client
\`\`\`ts
${apollo!.trim()}
\`\`\`

Apollo Client caches each page of a connection by its arguments. To merge the pages into one list, add a field policy to \`typePolicies\`
with the names of the arguments that are not for paging:

\`\`\`ts
import { relayStylePagination } from "@apollo/client/utilities";

const typePolicies = { Query: { fields: { roles: relayStylePagination(["where", "orderBy", "direction"]) } } };
\`\`\`

These fields are connections:
${connectionsText(settings)}

## urql
By default, urql caches answers by operation and needs no settings; it sends short operations by GET. With graphcache:

\`\`\`ts
${urql!.trim()}
\`\`\`

With graphcache, \`relayPagination\` of \`@urql/exchange-graphcache/extras\` merges the pages of a connection into one list.

## Relay
\`\`\`ts
${relay!.trim()}
\`\`\`

In \`relay.config.json\`, set \`schema\` to \`schema/schema.graphql\` and \`customScalarTypes\` to \`${scalarsText(settings)}\`.
`;
}

function scalarsText({ scalars }: ClientSettings): string {
  return JSON.stringify(scalars)
    .replaceAll(/"(\w+)":"(\w+)"/g, '$1: "$2"')
    .replaceAll(",", ", ")
    .replace("{", "{ ")
    .replace("}", " }");
}

function connectionsText({ connections }: ClientSettings): string {
  return Object.entries(connections)
    .map(([type, fields]) => `- \`${type}\`: ${fields.map((field) => `\`${field}\``).join(", ")}`)
    .join("\n");
}
