import { readdirSync, readFileSync } from "node:fs";
import { afterAll, expect, test } from "@jest/globals";
import { storedRevision } from "../../../src/store/neo4j/dataModel.js";
import { loadDataset } from "../../../src/store/neo4j/loading/loadDataset.js";
import { Neo4jStore } from "../../../src/store/neo4j/Neo4jStore.js";
import { RevisionGoneError } from "../../../src/store/RevisionGoneError.js";
import { StoreUnavailableError } from "../../../src/store/StoreUnavailableError.js";
import { careerStoreContract, everyRead } from "../contract.js";
import { smallGraph } from "../smallGraph.js";
import { cypher, describeWithNeo4j, erase, sharedAddress } from "./neo4jForTests.js";

describeWithNeo4j("Neo4jStore", () => {
  afterAll(() => erase(sharedAddress()));

  careerStoreContract(async (dataset) => {
    await loadDataset(dataset, sharedAddress());
    return new Neo4jStore(sharedAddress());
  });

  test("has in memory what it has read, and what was read with it", async () => {
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

  test("has every reading statement planned at the start, for one id and for several", async () => {
    const planned = new Map<string, number>();
    const onStatement = (text: string): void => void planned.set(text, (planned.get(text) ?? 0) + 1);
    const store = new Neo4jStore(sharedAddress(), { onStatement });
    await store.prepare();
    await store.close();
    const files = ["read", "related"].flatMap((folder) =>
      readdirSync(`cypher/${folder}`).map((file) => `${folder}/${file}`),
    );
    const texts = [...files, "check/running.cypher"].map((file) => readFileSync(`cypher/${file}`, "utf8"));
    expect(planned).toEqual(new Map(texts.map((text) => [text, 2])));
    await expect(store.prepare()).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  test("returns data in memory of a revision that is half dropped, and never a part of other data", async () => {
    const dataset = await smallGraph();
    const { revision } = dataset;
    await loadDataset(dataset, sharedAddress());
    const store = new Neo4jStore(sharedAddress());
    const reader = store.reader(revision);
    const ids = ["role:senior", "skill:python"];
    const [inMemory, requirements] = [await reader.nodes(ids), await reader.related("requirementsOfRole", ids)];
    await cypher(
      sharedAddress(),
      `MATCH (dataset:Dataset {revision: $revision}) SET dataset.state = 'DROPPING'
       WITH dataset MATCH (:Role {id: 'role:senior', revision: $revision})-[relationship]-() DELETE relationship`,
      { revision: storedRevision(revision) },
    );
    try {
      expect(await reader.nodes(ids)).toEqual(inMemory);
      expect(await reader.related("requirementsOfRole", ids)).toEqual(requirements);
      for (const id of ids) {
        const around = reader.neighborhood({ id, depth: 2, kinds: null, relations: null, limit: 50 });
        await expect(around).rejects.toBeInstanceOf(RevisionGoneError);
      }
      for (const read of everyRead(new Neo4jStore(sharedAddress()).reader(revision)))
        await expect(read()).rejects.toBeInstanceOf(RevisionGoneError);
    } finally {
      await store.close();
      await erase(sharedAddress());
    }
  });

  test("notices that a revision was dropped while it was streamed", async () => {
    const dataset = await smallGraph();
    await loadDataset(dataset, sharedAddress());
    const store = new Neo4jStore(sharedAddress());
    const titles: string[] = [];
    const reading = async () => {
      for await (const rows of store.reader(dataset.revision).roleRows()) {
        titles.push(...rows.map(({ title }) => title));
        await cypher(sharedAddress(), "MATCH (dataset:Dataset) SET dataset.state = 'DROPPING'");
      }
    };
    await expect(reading()).rejects.toBeInstanceOf(RevisionGoneError);
    expect(titles).toHaveLength(dataset.roles.length);
    await store.close();
    await erase(sharedAddress());
  });
});
