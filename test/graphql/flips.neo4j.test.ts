import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { loadDataset } from "../../src/store/neo4j/loading/loadDataset.js";
import { Neo4jStore } from "../../src/store/neo4j/Neo4jStore.js";
import { generatedGraph } from "../store/neo4j/generatedGraph.js";
import { describeWithNeo4j, erase, sharedAddress } from "../store/neo4j/neo4jForTests.js";
import { type Answer, asking } from "./seedService.js";

jest.setTimeout(180_000);
jest.retryTimes(1); // The machine may stall once, and the tests have real time limits.

/** The same graph in editions with different titles; in each, a few steps lead from the first role to the second. */
const edition = (number: number) =>
  generatedGraph(21, { roles: 80, skills: 20, transitionsPerRole: 5, skillsPerRole: 4 }, number);

const PATH = `{
  dataset { version }
  shortestPath(from: "role:r00003", to: "role:r00041") { steps { from { title } to { title } } }
  role(ref: "role:r00041") { title track { name } }
}`;

describeWithNeo4j("requests while the active revision changes", () => {
  beforeAll(() => erase(sharedAddress()));
  afterAll(() => erase(sharedAddress()));

  test("1,000 concurrent path requests, and 1,000 in sequences, get no error and no mixed revisions", async () => {
    await loadDataset(edition(1), sharedAddress());
    const store = new Neo4jStore(sharedAddress());
    try {
      const ask = await asking(store);
      let flipping = true;
      const flips = (async () => {
        let flipped = 0;
        for (; flipping; flipped++) await loadDataset(edition(1 + ((flipped + 1) % 3)), sharedAddress());
        return flipped;
      })();
      const seen = new Set<string>();
      const lanes = Array.from({ length: 50 }, async () => {
        for (let request = 0; request < 20; request++) seen.add(editionOf(await ask(PATH)));
      });
      const burst = Array.from({ length: 1000 }, async () => editionOf(await ask(PATH)));
      try {
        await Promise.all([...burst, ...lanes]);
        // Continues until several editions were read, however fast the machine is.
        for (let request = 0; seen.size < 3 && request < 5000; request++) seen.add(editionOf(await ask(PATH)));
      } finally {
        flipping = false;
      }
      expect(await flips).toBeGreaterThan(1);
      expect([...seen].sort()).toEqual(["1", "2", "3"]);
    } finally {
      await store.close();
    }
  });
});

/** The edition that an answer is from; fails if the answer mixes two. */
function editionOf({ data, errors }: Answer): string {
  expect(errors).toBeUndefined();
  const steps: readonly { from: { title: string }; to: { title: string } }[] = data.shortestPath.steps;
  const titles = [...steps.flatMap(({ from, to }) => [from.title, to.title]), data.role.title as string];
  const editions = new Set(titles.map((title) => title.split(", edition ")[1]));
  expect(steps.length).toBeGreaterThan(0);
  expect([...editions]).toEqual([data.dataset.version]);
  return data.dataset.version;
}
