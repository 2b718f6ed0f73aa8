import { cpus, loadavg, totalmem } from "node:os";
import { coldStart } from "./coldStart.js";
import { againstNeo4jGraphql } from "./http/againstNeo4jGraphql.js";
import { neighborhoodsFromNeo4j } from "./http/neighborhoodsFromNeo4j.js";
import { overload } from "./http/overload.js";
import { overHttp, overHttpFromNeo4j } from "./http/overHttp.js";
import { soak } from "./http/soak.js";
import { loading } from "./neo4j/loading.js";
import { memory } from "./memory.js";
import { byTime } from "./planner/byTime.js";
import { bySkills } from "./planner/bySkills.js";
import { againstNeo4j } from "./neo4j/againstNeo4j.js";
import { keepResults } from "./results.js";
import { type Section, tableOf } from "./Section.js";

/** The subjects by name, in the order in which they run. Names on the command line select some of them. */
const SUBJECTS: Readonly<Record<string, () => Promise<Section>>> = {
  planner: byTime,
  skills: bySkills,
  neo4j: againstNeo4j,
  http: overHttp,
  "http-neo4j": overHttpFromNeo4j,
  overload,
  neighborhoods: neighborhoodsFromNeo4j,
  "neo4j-graphql": againstNeo4jGraphql,
  load: loading,
  start: coldStart,
  memory,
  soak,
};

/** Subjects that run only when they are named: each takes ten minutes. */
const NAMED_ONLY = new Set(["soak"]);

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(SUBJECTS, name));
if (unknown.length > 0) {
  console.error(`Unknown subject: ${unknown.join(", ")}. The subjects are: ${Object.keys(SUBJECTS).join(", ")}.`);
  process.exit(1);
}
const [processor] = cpus();
const machine = `${processor?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
for (const [name, measure] of Object.entries(SUBJECTS)) {
  if (names.length > 0 ? !names.includes(name) : NAMED_ONLY.has(name)) continue;
  const before = load();
  const section = await measure();
  const table = tableOf(
    section,
    `${new Date().toISOString().slice(0, 10)}, ${machine}, load ${before} before and ${load()} after`,
  );
  console.log(`${table}\n`);
  // Written after each subject, so that a subject that fails does not lose the results before it.
  keepResults([table]);
}

/** The load of the machine over the last minute. Before a subject it includes the subject before; after it, the subject itself. */
function load(): string {
  return loadavg()[0]!.toFixed(1);
}
