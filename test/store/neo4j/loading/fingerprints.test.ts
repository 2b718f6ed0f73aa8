import { expect, test } from "@jest/globals";
import { factsOfRoles } from "../../../../src/store/neo4j/loading/factsOfRoles.js";
import { fingerprintsOf } from "../../../../src/store/neo4j/loading/fingerprints.js";
import { generatedGraph } from "../generatedGraph.js";

const dataset = generatedGraph(1, { roles: 3, skills: 2, transitionsPerRole: 2, skillsPerRole: 2 });

test("Fingerprints equal those that earlier loads stored; otherwise, a summary would report everything as changed", () => {
  const fingerprintOf = fingerprintsOf(dataset, factsOfRoles(dataset));
  const [role, skill, transition] = [dataset.roles[0]!, dataset.skills[0]!, dataset.transitions[0]!];
  expect([role, skill, transition].map(fingerprintOf)).toEqual(["cbf4cb4c", "c3c631d9", "a7a7334b"]);
});
