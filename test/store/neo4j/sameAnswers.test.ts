import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readDataset } from "../../../src/dataset/readDataset.js";
import { ENTITY_PREFIXES } from "../../../src/model/entityKinds.js";
import { NodeKind } from "../../../src/model/NodeKind.js";
import type { CareerReader, CareerStore, RelatedTo } from "../../../src/store/CareerStore.js";
import { StoreDamagedError } from "../../../src/store/StoreDamagedError.js";
import { EmbeddedStore } from "../../../src/store/embedded/EmbeddedStore.js";
import { loadDataset } from "../../../src/store/neo4j/loading/loadDataset.js";
import { Neo4jStore } from "../../../src/store/neo4j/Neo4jStore.js";
import { storedRevision } from "../../../src/store/neo4j/dataModel.js";
import { RELATED_STATEMENTS } from "../../../src/store/neo4j/relatedStatements.js";
import { generatedGraph } from "./generatedGraph.js";
import { cypher, describeWithNeo4j, erase, sharedAddress } from "./neo4jForTests.js";

/** The same answers from Neo4j and from the embedded store, here for the whole seed dataset. */
describeWithNeo4j("Neo4j and the embedded store give the same answers for the seed dataset", () => {
  let stores: readonly CareerStore[];
  let fromNeo4j: CareerReader;
  let fromMemory: CareerReader;
  let ids: readonly string[];

  beforeAll(async () => {
    const { dataset } = await readDataset(["seed"]);
    if (dataset === null) throw new Error("The seed dataset has problems.");
    await loadDataset(dataset, sharedAddress());
    const [neo4jStore, embedded] = [new Neo4jStore(sharedAddress()), new EmbeddedStore(dataset, new Date())];
    stores = [neo4jStore, embedded];
    fromNeo4j = neo4jStore.reader(await neo4jStore.activeRevision());
    fromMemory = embedded.reader(dataset.revision);
    const {
      name: _name,
      version: _version,
      attributions: _attributions,
      revision: _revision,
      links: _links,
      ...lists
    } = dataset;
    ids = Object.values(lists).flatMap((list: readonly { id: string }[]) => list.map(({ id }) => id));
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await erase(sharedAddress());
  });

  test("every node", async () => {
    expect(await fromNeo4j.nodes(ids)).toEqual(await fromMemory.nodes(ids));
  });

  test.each(Object.keys(RELATED_STATEMENTS) as (keyof RelatedTo)[])("%s of all nodes", async (relation) => {
    expect(await fromNeo4j.related(relation, ids)).toEqual(await fromMemory.related(relation, ids));
  });

  test.each(ENTITY_PREFIXES)("every entity of the kind %s", async (prefix) => {
    expect(await fromNeo4j.every(prefix)).toEqual(await fromMemory.every(prefix));
  });

  test("pages of the roles that require a skill, forward and backward, between various indexes", async () => {
    const skillIds = ids.filter((id) => id.startsWith("skill:"));
    for (const backward of [false, true]) {
      const slice = { size: 2, backward, after: null, before: null };
      expect(await fromNeo4j.rolesOfSkills(skillIds, slice)).toEqual(await fromMemory.rolesOfSkills(skillIds, slice));
    }
    const places = [null, { rank: 0, role: 2 }, { rank: 1, role: 0.5 }, { rank: 2, role: 7 }, { rank: 9, role: -1 }];
    for (const [index, after] of places.entries()) {
      for (const before of places) {
        const slice = { size: 2, backward: index % 2 === 1, after, before };
        const some = ["skill:python", "skill:pytorch"];
        expect(await fromNeo4j.rolesOfSkills(some, slice)).toEqual(await fromMemory.rolesOfSkills(some, slice));
      }
    }
  });

  test("the neighborhood of every fifth entity, at every depth, cut off and complete, of all kinds and of some", async () => {
    const relations = [null, null, ["REQUIRES", "BUILDS_ON"], ["LEADS_TO", "CITES"]] as const;
    const kinds = [null, Object.values(NodeKind), ["ROLE", "SKILL"]] as const;
    for (const [index, id] of ids.filter((each) => !each.includes("--")).entries()) {
      if (index % 5 !== 0) continue;
      const query = {
        id,
        depth: 1 + (index % 3),
        kinds: kinds[(index % 7) % 3] ?? null,
        relations: relations[(index / 5) % 4] ?? null,
        limit: 1 + ((index * 37) % 120),
      };
      expect(await fromNeo4j.neighborhood(query)).toEqual(await fromMemory.neighborhood(query));
    }
  });

  test("the streams of names, in any order, and of roles and skills", async () => {
    const byId = (rows: readonly { id: string }[]) => rows.toSorted((left, right) => (left.id < right.id ? -1 : 1));
    expect(byId(await rowsOf(fromNeo4j.names()))).toEqual(byId(await rowsOf(fromMemory.names())));
    expect(await rowsOf(fromNeo4j.roleRows())).toEqual(await rowsOf(fromMemory.roleRows()));
    expect(await rowsOf(fromNeo4j.skillRows())).toEqual(await rowsOf(fromMemory.skillRows()));
  });

  test("the streams of a network of several parts that are not sorted by id, and none without a part or the last skill", async () => {
    const size = { roles: 250, skills: 60, transitionsPerRole: 5, skillsPerRole: 4 };
    const { roles, skills, ...rest } = generatedGraph(7, size);
    const dataset = { ...rest, roles: roles.toReversed(), skills: skills.toReversed() };
    await loadDataset(dataset, sharedAddress());
    const [store, embedded] = [new Neo4jStore(sharedAddress()), new EmbeddedStore(dataset, new Date())];
    const [reader, other] = [store.reader(dataset.revision), embedded.reader(dataset.revision)];
    expect(await rowsOf(reader.roleRows())).toEqual(await rowsOf(other.roleRows()));
    expect(await rowsOf(reader.skillRows())).toEqual(await rowsOf(other.skillRows()));
    for (const ordinal of [2, 0]) {
      const lost = "MATCH (part:NetworkPart {revision: $revision, ordinal: $ordinal}) DELETE part";
      await cypher(sharedAddress(), lost, { revision: storedRevision(dataset.revision), ordinal });
      await expect(rowsOf(reader.roleRows())).rejects.toBeInstanceOf(StoreDamagedError);
    }
    const last = "MATCH (skill:Skill {revision: $revision, ordinal: $ordinal}) DETACH DELETE skill";
    await cypher(sharedAddress(), last, { revision: storedRevision(dataset.revision), ordinal: skills.length - 1 });
    await expect(rowsOf(reader.skillRows())).rejects.toBeInstanceOf(StoreDamagedError);
    for (const each of [store, embedded]) await each.close();
  });

  test("injected text is treated as an unknown id, and changes nothing", async () => {
    const texts = [
      ...["'", '"', "`", "\\", "{}", "}) DETACH DELETE n //", "$ids", "role:' OR 1=1", "*:*", "\u0000", "role:\u0000"],
      ...[
        "\ud800",
        "role:\udfff",
        `role:${"x".repeat(100_000)}`,
        "transition:a--b--c",
        "transition:--",
        "requirement:a--\ud800",
      ],
    ];
    const before = await cypher(sharedAddress(), "MATCH (node) RETURN count(node) AS nodes");
    expect(await fromNeo4j.nodes(texts)).toEqual(texts.map(() => null));
    expect(await fromNeo4j.related("requirementsOfRole", texts)).toEqual(texts.map(() => []));
    for (const text of texts) {
      expect(await fromNeo4j.neighborhood({ id: text, depth: 1, kinds: null, relations: null, limit: 5 })).toBeNull();
      const [page] = await fromNeo4j.rolesOfSkills([text], { size: 1, backward: false, after: null, before: null });
      expect(page?.totalCount).toBe(0);
    }
    expect(await cypher(sharedAddress(), "MATCH (node) RETURN count(node) AS nodes")).toEqual(before);
  });
});

/** A row with its parallel columns sorted in one way, so that rows can be compared whatever the order of their columns. */
/** All rows of a stream, each with its columns sorted in one way. */
async function rowsOf(batches: AsyncIterable<readonly { id: string }[]>): Promise<{ id: string }[]> {
  const rows: { id: string }[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows.map(sortedColumns);
}

function sortedColumns<T extends { readonly id: string }>(row: T): T {
  const columns = Object.entries<unknown>(row).flatMap(([name, values]): [string, readonly unknown[]][] => {
    if (values instanceof Int32Array) return [[name, [...values]]];
    return Array.isArray(values) ? [[name, values]] : [];
  });
  const groups = [
    columns.filter(([name]) => ["toOrdinals", "kinds", "bases", "closenesses", "statedYears"].includes(name)),
    columns.filter(([name]) => ["skillOrdinals", "importances", "levels"].includes(name)),
    ...columns.filter(([name]) => ["choiceOfIds", "buildsOnIds", "aliases"].includes(name)).map((column) => [column]),
  ];
  const sorted = groups.flatMap((group) => {
    const size = group[0]?.[1].length ?? 0;
    const entries = Array.from({ length: size }, (_, index) => group.map(([, values]) => values[index]));
    entries.sort((left, right) => (String(left[0]) < String(right[0]) ? -1 : 1));
    return group.map(([name], column) => [name, entries.map((entry) => entry[column])] as const);
  });
  return { ...row, ...Object.fromEntries(sorted) };
}
