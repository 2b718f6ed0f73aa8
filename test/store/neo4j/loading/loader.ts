import { once } from "node:events";
import { loadDataset } from "../../../../src/store/neo4j/loading/loadDataset.js";
import { generatedGraph } from "../generatedGraph.js";

// Killed by killedLoader.test.ts: says when it is ready, and loads the edition that is then written to its input.
const address = JSON.parse(process.env["LOADER_ADDRESS"] as string);
const size = JSON.parse(process.env["LOADER_SIZE"] as string);
console.log("ready");
const [edition] = (await once(process.stdin, "data")) as [Buffer];
const summary = await loadDataset(generatedGraph(11, size, Number(edition.toString())), address, { grace: 1000 });
console.log(summary.outcome);
process.exit(0);
