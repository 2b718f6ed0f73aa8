import { join } from "node:path";
import { isNativeError } from "node:util/types";
import { lineOfVersion } from "./neo4jLines.js";
import { startNeo4j } from "./startNeo4j.js";

/** Where jars and data are kept: in the current folder, ignored by version control. */
const FOLDER = ".neo4j";

const BOLT_PORT = 7687;

/**
 * `npm run neo4j`: starts a Neo4j for development (the version in NEO4J_VERSION, if set), prints how to reach it, and stops it
 * on SIGINT, SIGTERM or SIGHUP. Data and password are kept for the next start.
 */
async function runNeo4j(): Promise<void> {
  const { version } = lineOfVersion(process.env["NEO4J_VERSION"] || undefined);
  const server = await startNeo4j({
    version,
    cacheDir: FOLDER,
    dataDir: join(FOLDER, version, "home"),
    port: BOLT_PORT,
    heap: "1g",
    say: (line) => console.error(line),
  });
  console.log(`
Set this in the terminal that loads and serves:

  export NEO4J_URI=${server.uri}
  export NEO4J_USERNAME=${server.username}
  export NEO4J_PASSWORD=${server.password}

then: npm run load && npm start

Press Ctrl-C here to stop Neo4j; its data stay in ${FOLDER}.`);
  const keepAlive = setInterval(() => {}, 60_000);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  clearInterval(keepAlive);
  console.error("Stopping Neo4j…");
  await server.stop();
}

try {
  await runNeo4j();
} catch (error) {
  console.error(isNativeError(error) ? error.message : error);
  process.exitCode = 1;
}
