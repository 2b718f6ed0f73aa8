import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConcreteRequest } from "relay-runtime";

const require = createRequire(import.meta.url);

/**
 * Compiles documents with relay-compiler against `schema/schema.graphql`. A key is the name of the module that contains a document: Relay
 * requires that its query is called `<module>Query`, and its fragments `<module>_<word>`.
 *
 * @returns the compiled queries by module
 * @throws Error with the compiler's output if it refuses a document
 */
export function compileForRelay(
  documents: Readonly<Record<string, string>>,
): Readonly<Record<string, ConcreteRequest>> {
  const folder = mkdtempSync(join(tmpdir(), "relay-"));
  try {
    mkdirSync(join(folder, "src"));
    mkdirSync(join(folder, "compiled"));
    writeFileSync(join(folder, "schema.graphql"), readFileSync("schema/schema.graphql"));
    writeFileSync(
      join(folder, "relay.config.json"),
      JSON.stringify({
        src: "./src",
        schema: "./schema.graphql",
        artifactDirectory: "./compiled",
        language: "javascript",
        eagerEsModules: false,
      }),
    );
    for (const [module, document] of Object.entries(documents))
      writeFileSync(join(folder, "src", `${module}.js`), `graphql\`\n${document}\n\`;\n`);
    // The main export of the package is the path of its program for this machine.
    execFileSync(require("relay-compiler") as string, ["relay.config.json"], { cwd: folder, stdio: "pipe" });
    return Object.fromEntries(
      Object.keys(documents).map((module) => [
        module,
        require(join(folder, "compiled", `${module}Query.graphql.js`)) as ConcreteRequest,
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
