import { loadDataset } from "../../src/store/neo4j/loading/loadDataset.js";
import { networkPartCount } from "../../src/store/neo4j/loading/networkPartRows.js";
import { millisecondsOf } from "../figures.js";
import { randomDataset } from "../graph/randomDataset.js";
import { readConfig } from "../../src/server/Config.js";

// Loads a random dataset of as many roles as the command line says and prints what that took.
const dataset = randomDataset({ roles: Number(process.argv[2]), stepsOut: 10, needs: 20, skills: 10_000 }, 1);
let relationships = 0;
const milliseconds = await millisecondsOf(() =>
  loadDataset(dataset, readConfig(process.env).neo4j!, {
    onProgress: ({ total }) => (relationships = total || relationships),
  }),
);
const nodes = dataset.roles.length + dataset.skills.length + dataset.sources.length + networkPartCount(dataset);
console.log(
  JSON.stringify({
    seconds: milliseconds / 1000,
    transitions: dataset.transitions.length,
    requirements: dataset.requirements.length,
    relationships: relationships - nodes,
  }),
);
