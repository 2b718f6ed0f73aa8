import { readFileSync } from "node:fs";
import neo4j, { type Driver, type Plan } from "neo4j-driver";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Dataset } from "../src/dataset/Dataset.js";
import { readDataset } from "../src/dataset/readDataset.js";
import { loadDataset } from "../src/store/neo4j/loading/loadDataset.js";
import { expectSaying } from "./expectSaying.js";
import { describeWithNeo4j, erase, sharedAddress } from "./store/neo4j/neo4jForTests.js";

/** The section "With Neo4j", and the statements to try in it. */
const SECTION = /^## With Neo4j\n[^]*?(?=^## )/m.exec(readFileSync("docs/operations.md", "utf8"))?.[0] ?? "";
const STATEMENTS = [...SECTION.matchAll(/```cypher\n([^]*?)```/g)].map((match) => match[1] as string);

/** The statements to try return what the seed dataset contains, without a warning. */
describeWithNeo4j("the statements to try in docs/operations.md", () => {
  let dataset: Dataset;
  let driver: Driver;

  beforeAll(async () => {
    const read = await readDataset(["seed"]);
    if (read.dataset === null) throw new Error("The seed dataset has problems.");
    ({ dataset } = read);
    const address = sharedAddress();
    await erase(address);
    driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password), {
      disableLosslessIntegers: true,
    });
    // As after the first load into an empty database: the load creates the indexes, and Neo4j has not sampled them yet.
    await driver.executeQuery("DROP INDEX role_id IF EXISTS");
    await driver.executeQuery("DROP INDEX role_title IF EXISTS");
    await loadDataset(dataset, address);
  });
  afterAll(async () => {
    await driver?.close();
    await erase(sharedAddress());
  });

  test("are three", () => {
    expect(STATEMENTS).toHaveLength(3);
  });

  test("scan nothing, whether Neo4j has index statistics or not", async () => {
    for (const statistics of ["old", "old", "new", "new"]) {
      await driver.executeQuery("CALL db.clearQueryCaches()");
      if (statistics === "new") await driver.executeQuery("CALL db.prepareForReplanning()");
      for (const text of STATEMENTS) {
        const { summary } = await driver.executeQuery(`EXPLAIN ${text}`);
        const operators = operatorsOf(summary.plan as Plan);
        const scans = operators.filter((operator) => /Scan/.test(operator));
        expectSaying(scans, `by ${statistics} statistics: ${text}`).toEqual([]);
      }
    }
  });

  test("count the roles that require a skill, the most required first", async () => {
    const roles = new Map<string, number>();
    for (const { skillId } of dataset.requirements) roles.set(skillId, (roles.get(skillId) ?? 0) + 1);
    const most = dataset.skills
      .map(({ id, name }) => ({ skill: name, roles: roles.get(id) ?? 0 }))
      .sort((left, right) => right.roles - left.roles || (left.skill < right.skill ? -1 : 1))
      .slice(0, 10);
    expect(await rowsOf(STATEMENTS[0])).toEqual(most);
    expect(most[0]?.roles).toBeGreaterThan(1);
  });

  test("show the path from data scientist to staff, step by step with its basis", async () => {
    const [row, ...others] = (await rowsOf(STATEMENTS[1])) as { roles: string[]; bases: string[] }[];
    expect(others).toEqual([]);
    const titles = new Map(dataset.roles.map(({ id, title }) => [id, title]));
    const bases = new Map(
      dataset.transitions.map(({ fromId, toId, basis }) => [`${titles.get(fromId)} → ${titles.get(toId)}`, basis]),
    );
    const steps = row?.roles.slice(1).map((title, index) => bases.get(`${row.roles[index]} → ${title}`));
    expect(row?.bases).toEqual(steps);
    expect([row?.roles[0], row?.roles.at(-1)]).toEqual(["Data Scientist", titles.get("role:staff-ml-engineer")]);
    expect(steps?.length).toBeGreaterThan(1);
  });

  test("name the sources of each claim about a role's pay", async () => {
    const sources = new Map(dataset.sources.map(({ id, title }) => [id, title]));
    const about = new Set(
      dataset.links
        .filter(({ type, to }) => type === "ABOUT" && to === "role:junior-ml-engineer")
        .map(({ from }) => from),
    );
    const cited = dataset.pay
      .filter(({ id }) => about.has(id))
      .flatMap(({ label, citations }) =>
        citations.map(({ sourceId, heading }) => ({ claim: label, source: sources.get(sourceId), heading })),
      );
    expect(sorted(await rowsOf(STATEMENTS[2]))).toEqual(sorted(cited));
    expect(cited.length).toBeGreaterThan(1);
  });

  async function rowsOf(text: string | undefined): Promise<readonly unknown[]> {
    const { records, summary } = await driver.executeQuery(text as string);
    expect(summary.gqlStatusObjects.filter(({ severity }) => severity === "WARNING")).toEqual([]);
    return records.map((record) => record.toObject());
  }
});

function operatorsOf(plan: Plan): string[] {
  return [plan.operatorType, ...plan.children.flatMap(operatorsOf)];
}

function sorted(rows: readonly unknown[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
