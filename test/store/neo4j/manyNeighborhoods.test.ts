import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { loadDataset } from "../../../src/store/neo4j/loading/loadDataset.js";
import { Neo4jStore } from "../../../src/store/neo4j/Neo4jStore.js";
import { StoreBusyError } from "../../../src/store/StoreBusyError.js";
import { generatedGraph } from "./generatedGraph.js";
import { describeWithNeo4j, erase, sharedAddress } from "./neo4jForTests.js";

/** As many roles, skills, transitions and needs as O*NET. */
const dataset = generatedGraph(9, { roles: 1000, skills: 380, transitionsPerRole: 18, skillsPerRole: 35 });

/** The most expensive read of Neo4j: a few skills lead to most roles. */
describeWithNeo4j("concurrent neighborhoods", () => {
  let store: Neo4jStore;

  beforeAll(async () => {
    await erase(sharedAddress());
    await loadDataset(dataset, sharedAddress());
    // With four times the time limits of a service, because the machine may be busy.
    store = new Neo4jStore(sharedAddress(), { deadline: 10_000, turn: 8_000 });
    await store.activeRevision();
    await store.prepare();
    await store.reader(dataset.revision).every("role");
    await store.reader(dataset.revision).every("skill");
  }, 120_000);
  afterAll(async () => {
    await store?.close();
    await erase(sharedAddress());
  });

  test("of 64 that are two hops wide, nine of ten are answered, and the others are told that the store is busy", async () => {
    const reader = store.reader(dataset.revision);
    const asked = dataset.roles.slice(0, 64).map(({ id }) => {
      return reader.neighborhood({ id, depth: 2, kinds: null, relations: null, limit: 100 });
    });
    const outcomes = await Promise.allSettled(asked);
    const answered = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    const failed = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
    expect(failed.filter((error) => !(error instanceof StoreBusyError))).toEqual([]);
    expect(answered.length).toBeGreaterThanOrEqual(58);
    // Each is complete: a hundred nodes, their relations, and `truncated`.
    for (const around of answered) expect([around?.nodes.length, around?.truncated]).toEqual([100, true]);
    for (const around of answered) expect(around?.edges.length).toBeGreaterThan(200);
  });
});
