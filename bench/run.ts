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

/** What is measured, by name. They run in this order, or those named on the command line do. */
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

/** What is measured only where it is named: it takes ten minutes. */
const NAMED_ONLY = new Set(["soak"]);

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(SUBJECTS, name));
if (unknown.length > 0) {
  console.error(`There is no subject ${unknown.join(", ")}; name some of: ${Object.keys(SUBJECTS).join(", ")}.`);
  process.exit(1);
}
const [processor] = cpus();
const machine = `${processor?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
for (const [name, measure] of Object.entries(SUBJECTS)) {
  if (names.length > 0 ? !names.includes(name) : NAMED_ONLY.has(name)) continue;
  // Of others, or of the subject before, which the first minute still shows.
  const load = `load ${loadavg()[0]!.toFixed(1)} before`;
  const table = tableOf(await measure(), `${new Date().toISOString().slice(0, 10)}, ${machine}, ${load}`);
  console.log(`${table}\n`);
  // At once: a subject that fails must not lose what the ones before it measured.
  keepResults([table]);
}
