import { afterAll, expect, test } from "@jest/globals";
import { buildNetwork } from "../../../src/paths/network/buildNetwork.js";
import { findPaths } from "../../../src/paths/findPaths.js";
import { UNCONSTRAINED } from "../../../src/paths/query/PathQuery.js";
import { storedRevision } from "../../../src/store/neo4j/dataModel.js";
import { loadDataset } from "../../../src/store/neo4j/loading/loadDataset.js";
import { Neo4jStore } from "../../../src/store/neo4j/Neo4jStore.js";
import { statement } from "../../../src/store/neo4j/statement.js";
import { StatementRunner } from "../../../src/store/neo4j/StatementRunner.js";
import { generatedGraph, randomBelow } from "./generatedGraph.js";
import { describeWithNeo4j, erase, sharedAddress } from "./neo4jForTests.js";

const SHORTEST = statement<{ readonly steps: number }>("oracle/shortest");
const ALL_SHORTEST = statement<{ readonly roleIds: readonly string[] }>("oracle/all-shortest");

/** Number of paths requested from the planner; if there are more best ones, it must return this many of them. */
const LIMIT = 20;

const PAIRS = 40;

/** The planner reads its network from Neo4j, and is compared with Neo4j's own shortest paths. */
describeWithNeo4j("the planner and Neo4j's shortest paths", () => {
  afterAll(() => erase(sharedAddress()));

  test.each([
    { roles: 8, transitionsPerRole: 2 },
    { roles: 12, transitionsPerRole: 1 },
    { roles: 15, transitionsPerRole: 4 },
    { roles: 40, transitionsPerRole: 2 },
    { roles: 60, transitionsPerRole: 6 },
    { roles: 300, transitionsPerRole: 2 },
    { roles: 300, transitionsPerRole: 5 },
    { roles: 1000, transitionsPerRole: 3 },
  ])(
    "agree on distances and best paths among $roles roles with up to $transitionsPerRole transitions each",
    async (size) => {
      const dataset = generatedGraph(100 + size.roles, { ...size, skills: 3, skillsPerRole: 1 });
      await loadDataset(dataset, sharedAddress(), { grace: 0 });
      const store = new Neo4jStore(sharedAddress());
      const oracle = new StatementRunner(sharedAddress(), { deadline: 20_000 });
      try {
        const revision = storedRevision(dataset.revision);
        const reader = store.reader(dataset.revision);
        const network = await buildNetwork(dataset.revision, reader.roleRows(), reader.skillRows());
        const below = randomBelow(size.roles);
        let joined = 0;
        for (let pair = 0; pair < PAIRS; pair++) {
          const [from, to] = [below(size.roles), below(size.roles)].map((role) => dataset.roles[role]!.id) as [
            string,
            string,
          ];
          if (from === to) continue;
          const [shortest] = await oracle.rows(SHORTEST, { revision, from, to });
          const ways = (await oracle.rows(ALL_SHORTEST, { revision, from, to }))
            .map(({ roleIds }) => String(roleIds))
            .sort();
          const answer = await findPaths(network, {
            ...{ fromId: from, toId: to, objective: "FEWEST_STEPS", limit: LIMIT },
            ...{ constraints: UNCONSTRAINED, heldSkillIds: [] },
          });
          if (shortest === undefined) {
            expect(answer).toMatchObject({ outcome: "NO_PATH", noPathReason: "NOT_CONNECTED", paths: [] });
            continue;
          }
          joined++;
          const { steps } = shortest;
          expect(answer).toMatchObject({ outcome: "FOUND", optimal: true });
          expect(answer.paths[0]?.totals.steps).toBe(steps);
          const best = answer.paths
            .filter(({ totals }) => totals.steps === steps)
            .map(({ roleIds }) => String(roleIds));
          expect(best).toHaveLength(Math.min(ways.length, LIMIT));
          expect(ways).toEqual(expect.arrayContaining(best));
          expect(new Set(best).size).toBe(best.length);
        }
        expect(joined).toBeGreaterThan(0);
      } finally {
        await store.close();
        await oracle.close();
      }
    },
  );
});
