import { startWithJava } from "../../../dev/neo4j/startWithJava.js";

// Started and then killed by startNeo4j.test.ts: prints the server's process id and waits forever.
const [version] = process.argv.slice(2);
const server = await startWithJava({ cacheDir: ".neo4j", ...(version ? { version } : {}) });
console.log(server.pid);
setInterval(() => {}, 60_000);
