import { cpus, totalmem } from "node:os";
import { pathOverHttp } from "./http/pathOverHttp.js";
import { planner } from "./planner.js";

/** What is measured, by name; each gives one line a figure. They run in this order, or those named on the command line do. */
const SUBJECTS: Readonly<Record<string, () => Promise<readonly string[]>>> = { planner, http: pathOverHttp };

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(SUBJECTS, name));
if (unknown.length > 0) {
  console.error(`There is no subject ${unknown.join(", ")}; name some of: ${Object.keys(SUBJECTS).join(", ")}.`);
  process.exit(1);
}
const [processor] = cpus();
console.log(
  `${processor?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
for (const [name, measure] of Object.entries(SUBJECTS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`\n${name}`);
  for (const line of await measure()) console.log(`  ${line}`);
}
