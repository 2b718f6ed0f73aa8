import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readDataset } from "../../src/dataset/readDataset.js";
import { findPaths } from "../../src/paths/findPaths.js";
import { buildNetwork } from "../../src/paths/network/buildNetwork.js";
import type { Network } from "../../src/paths/network/Network.js";
import type { PathQuery } from "../../src/paths/query/PathQuery.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { quantile, told } from "../figures.js";
import { type Figure, leftOut } from "../Section.js";
import { queries } from "./queries.js";

const COMMAND = "dist/cli/career-graph.js";
/** The folder of the publisher's files, outside the repository. */
const ESCO = "../shared/data/esco";
const PAIRS = 200;
const WHAT = `the path of least learning between ${PAIRS} random connected occupations of ESCO, with inferred transitions`;

/** How many searches by skills on ESCO are proven within the default budget, and the CPU time that they take. */
export async function onEsco(): Promise<Figure> {
  if (!existsSync(ESCO)) return leftOut(WHAT, "its files are not there");
  const network = await escoNetwork();
  const times: number[] = [];
  let proven = 0;
  for (const query of await connected(network)) {
    const before = process.cpuUsage();
    const { outcome } = await findPaths(network, query);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    if (outcome === "FOUND") proven++;
  }
  const ours = `${proven} of ${times.length} proven; CPU: median ${told(quantile(times, 0.5))}, 95 % ${told(quantile(times, 0.95))}, worst ${told(Math.max(...times))}`;
  return { what: WHAT, ours, rival: "", ratio: "" };
}

async function connected(network: Network): Promise<PathQuery[]> {
  const found: PathQuery[] = [];
  for (const query of queries(network, "LEAST_LEARNING", 1, PAIRS * 300)) {
    if (found.length === PAIRS) break;
    const { paths } = await findPaths(network, { ...query, objective: "FEWEST_STEPS" });
    if (paths.length > 0) found.push(query);
  }
  return found;
}

async function escoNetwork(): Promise<Network> {
  const folder = await mkdtemp(join(tmpdir(), "bench-esco-"));
  try {
    const [imported, inferred] = [join(folder, "esco"), join(folder, "esco-with-paths")];
    const run = promisify(execFile);
    await run(process.execPath, [COMMAND, "import", "esco", ESCO, "--out", imported]);
    await run(process.execPath, [COMMAND, "infer", imported, "--out", inferred]);
    const { dataset } = await readDataset([inferred]);
    const store = new EmbeddedStore(dataset!, new Date());
    const reader = store.reader(await store.activeRevision());
    return await buildNetwork("esco", reader.roleRows(), reader.skillRows());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
