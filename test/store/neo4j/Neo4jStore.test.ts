import { afterAll, expect, test } from "vitest";
import { loadDataset } from "../../../src/store/neo4j/loading/loadDataset.js";
import { Neo4jStore } from "../../../src/store/neo4j/Neo4jStore.js";
import { careerStoreContract } from "../contract.js";
import { smallGraph } from "../smallGraph.js";
import { describeWithNeo4j, erase, sharedAddress } from "./neo4jForTests.js";

describeWithNeo4j("Neo4jStore", () => {
  afterAll(() => erase(sharedAddress()));

  careerStoreContract(async (dataset) => {
    await loadDataset(dataset, sharedAddress());
    return new Neo4jStore(sharedAddress());
  });

  test("has in memory what it read, and what came along with it", async () => {
    const dataset = await smallGraph();
    await loadDataset(dataset, sharedAddress());
    const store = new Neo4jStore(sharedAddress());
    const reader = store.reader(dataset.revision);
    expect(reader.peekNode("skill:python")).toBeUndefined();
    expect(reader.peekRelated("requirementsOfRole", "role:senior")).toBeUndefined();
    const [requirements] = await reader.related("requirementsOfRole", ["role:senior"]);
    expect(reader.peekRelated("requirementsOfRole", "role:senior")).toEqual(requirements);
    expect(reader.peekNode("requirement:senior--python")).toEqual(requirements?.[1]);
    expect(reader.peekNode("skill:python")).toEqual(dataset.skills.find(({ id }) => id === "skill:python"));
    expect(store.reader("another-revision").peekNode("skill:python")).toBeUndefined();
    await store.close();
  });
});
