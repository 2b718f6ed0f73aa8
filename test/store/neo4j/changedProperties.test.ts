import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Dataset } from "../../../src/dataset/Dataset.js";
import { ENTITY_PREFIXES } from "../../../src/model/entityKinds.js";
import { RelationKind } from "../../../src/model/RelationKind.js";
import { loadDataset } from "../../../src/store/neo4j/loading/loadDataset.js";
import { verifyRevision } from "../../../src/store/neo4j/loading/revisions.js";
import { matchedGraph } from "../matchedGraph.js";
import { smallGraph } from "../smallGraph.js";
import { cypher, describeWithNeo4j, erase, sharedAddress } from "./neo4jForTests.js";

/** A node of the active generation; replaced ones stay in the database for a while. */
const NODE = "MATCH (active:Active) MATCH (n:Entity {revision: active.revision})";

/** One statement per change, which returns what verify must name. */
const CHANGES = [
  ["a role's title", `${NODE} WHERE n.id = 'role:senior' SET n.title = 'Janitor' RETURN n.id AS id`],
  ["a pay claim's amount", `${NODE} WHERE n.prefix = 'pay' WITH n LIMIT 1 SET n.min = n.min + 1 RETURN n.id AS id`],
  [
    "a pay band of a role",
    `${NODE} WHERE n.payMinima IS NOT NULL WITH n LIMIT 1 SET n.payMinima = [1.0] RETURN n.id AS id`,
  ],
  [
    "a source's url, removed",
    `${NODE} WHERE n:Source AND n.url IS NOT NULL WITH n LIMIT 1 SET n.url = null RETURN n.id AS id`,
  ],
  ["a skill's property, added", `${NODE} WHERE n.id = 'skill:python' SET n.grade = 1 RETURN n.id AS id`],
  [
    "a role's label, removed",
    `${NODE} WHERE n:AlternativePath WITH n LIMIT 1 REMOVE n:AlternativePath RETURN n.id AS id`,
  ],
  [
    "a requirement's level",
    `${NODE}-[r:REQUIRES]->() WHERE r.requiredLevel = 3.5 SET r.requiredLevel = 1.5 RETURN n.id AS id`,
  ],
  [
    "the other end of a relationship",
    `${NODE}-[r:DEVELOPS]->() MATCH (other:Skill {revision: n.revision}) WHERE NOT (n)-->(other) WITH n, r, other LIMIT 1
     CREATE (n)-[moved:DEVELOPS]->(other) SET moved = properties(r) DELETE r RETURN n.id AS id`,
  ],
  [
    "the name of the dataset",
    "MATCH (active:Active) MATCH (n:Dataset {revision: active.revision}) SET n.name = 'Another' RETURN 'the Dataset node' AS id",
  ],
] as const;

/** A changed property deletes nothing, so no count reveals it. */
describeWithNeo4j("a generation in which something was changed", () => {
  let dataset: Dataset;

  beforeAll(async () => {
    await erase(sharedAddress());
    dataset = await smallGraph();
    await loadDataset(dataset, sharedAddress());
  });
  afterAll(() => erase(sharedAddress()));

  test.each(CHANGES)("%s is named by verify, and repaired by load", async (_, text) => {
    const [changed] = await cypher(sharedAddress(), text);
    const problems = await foundProblems();
    const others = problems.filter((problem) => !problem.startsWith("part "));
    expect(others).toEqual([expect.stringContaining(String(changed!["id"]))]);
    const summary = await loadDataset(dataset, sharedAddress(), { grace: 0 });
    expect(summary).toMatchObject({ outcome: "REPAIRED", changes: [] });
    expect(summary.damage).toEqual(expect.arrayContaining([...problems]));
    expect(await foundProblems()).toEqual([]);
  });

  test.each(ENTITY_PREFIXES)("verify names a changed %s", async (prefix) => {
    const one = `${NODE} WHERE n.prefix = $prefix WITH n ORDER BY n.ordinal LIMIT 1`;
    const [changed] = await cypher(sharedAddress(), `${one} SET n.label = n.label + '!' RETURN n.id AS id`, { prefix });
    expect(await foundProblems()).toEqual([expect.stringContaining(`${String(changed!["id"])},`)]);
    await cypher(sharedAddress(), `${one} SET n.label = left(n.label, size(n.label) - 1)`, { prefix });
    expect(await foundProblems()).toEqual([]);
  });

  test("verify names the record behind a changed relationship of every type", async () => {
    const types = Object.keys(RelationKind).filter((type) => type !== "MATCHES");
    for (const type of types) await namesChanged(type);
    await erase(sharedAddress());
    await loadDataset(await matchedGraph(), sharedAddress());
    await namesChanged("MATCHES");
  });

  async function namesChanged(type: string): Promise<void> {
    const one = `${NODE}-[r:${type}]->(m) WITH n, r ORDER BY n.id, m.id LIMIT 1`;
    const [changed] = await cypher(sharedAddress(), `${one} SET r.extra = 1 RETURN n.id AS id`);
    expect(await foundProblems()).toEqual([expect.stringContaining(`${String(changed!["id"])},`)]);
    await cypher(sharedAddress(), `${one} SET r.extra = null`);
    expect(await foundProblems()).toEqual([]);
  }
});

async function foundProblems(): Promise<readonly string[]> {
  return (await verifyRevision(sharedAddress(), null)).problems;
}
