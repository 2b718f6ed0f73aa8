import { readdirSync, readFileSync } from "node:fs";
import neo4j, { type Driver, type Plan, type ProfiledPlan } from "neo4j-driver";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { matchId } from "../../../src/model/EntityId.js";
import { ENTITY_KINDS, ENTITY_PREFIXES } from "../../../src/model/entityKinds.js";
import { storedRevision } from "../../../src/store/neo4j/dataModel.js";
import { loadDataset } from "../../../src/store/neo4j/loading/loadDataset.js";
import { generatedGraph } from "./generatedGraph.js";
import { describeWithNeo4j, erase, sharedAddress } from "./neo4jForTests.js";
import { smallGraph } from "../smallGraph.js";

const FOLDER = new URL("../../../cypher/", import.meta.url);

const STATEMENTS = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".cypher"))
  .sort();

const text = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");

const dataset = generatedGraph(7, { roles: 200, skills: 100, transitionsPerRole: 6, skillsPerRole: 12 });
const fifty = (list: readonly { id: string }[]): string[] => list.slice(0, 50).map(({ id }) => id);

/** A value for every parameter of a statement. */
const PARAMETERS = {
  ...{ revision: storedRevision(dataset.revision), ids: fifty(dataset.roles), keys: [], rows: [], properties: {} },
  ...{
    origins: [{ id: "role:r00001", first: neo4j.int(0), last: neo4j.int(0) }],
    ends: ["role:r00002"],
    columns: {},
    type: "LEADS_TO",
    types: ["LEADS_TO"],
  },
  ...{
    prefix: "role",
    prefixes: ["role", "skill"],
    from: neo4j.int(0),
    limit: neo4j.int(10),
    to: "role:r00001" as string | null,
  },
  ...{ id: "skill:s00001", rank: neo4j.int(1), role: 5, size: neo4j.int(10), backward: false },
  ...{ dataModel: neo4j.int(1), ending: "@1", reached: [], relations: null, instance: "" },
};

/**
 * Database hits of the batched reads for 50 ids of the generated graph, as measured on both supported release lines, plus a tenth,
 * because the order in which the server stores relationships matters, too. A higher number means a worse plan.
 */
const MOST_HITS: Readonly<Record<string, number>> = {
  "read/degree-requirements.cypher": 1700,
  "read/entities.cypher": 5000,
  "read/matches.cypher": 1700,
  "read/neighborhood-hop.cypher": 6900,
  "read/relations-among.cypher": 3100,
  "read/requirements.cypher": 2000,
  "read/roles-of-skills.cypher": 64_000,
  "read/transitions.cypher": 2600,
  "related/about-of.cypher": 1600,
  "related/builds-on-of-skill.cypher": 1500,
  "related/certifications-of-role.cypher": 19_000,
  "related/certifications-of-skill.cypher": 1500,
  "related/close-matches-of-role.cypher": 1600,
  "related/degree-requirements-of-role.cypher": 1600,
  "related/employers-of-role.cypher": 1600,
  "related/employment-of-role.cypher": 1700,
  "related/growth-of-role.cypher": 1700,
  "related/matches-of.cypher": 1700,
  "related/part-of-of-skill.cypher": 1500,
  "related/pay-of-role.cypher": 1700,
  "related/phases-of-skill.cypher": 1500,
  "related/questions-of-role.cypher": 1700,
  "related/requirements-of-role.cypher": 49_000,
  "related/skills-linked.cypher": 1600,
  "related/statements-of-role.cypher": 1700,
  "related/transitions-from-role.cypher": 38_000,
  "related/transitions-into-role.cypher": 36_000,
  "related/trends-of-role.cypher": 19_000,
};

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "load/generations.cypher": ["NodeByLabelScan"],
  "check/revisions.cypher": ["NodeByLabelScan"],
  "read/kept.cypher": ["NodeByLabelScan"],
  "check/totals.cypher": ["CartesianProduct", "CartesianProduct", "NodeByLabelScan"],
};

describeWithNeo4j("statements", () => {
  let driver: Driver;

  beforeAll(async () => {
    const address = sharedAddress();
    // Both: one that has every label, type and property, so that none is unknown to the planner, and a larger one.
    const small = await smallGraph();
    const transitions = small.transitions.map((transition) => ({
      ...transition,
      citations: transition.citations.map((citation) => ({ ...citation, viaId: citation.sourceId })),
    }));
    const [one, other] = small.roles;
    const match = { kind: "CLOSE", basis: "INFERRED", note: "Much the same work.", citations: one!.citations } as const;
    const matches = [{ ...match, id: matchId(one!.id, other!.id), fromId: one!.id, toId: other!.id }];
    const roles = small.roles.map(({ experience, ...role }) => {
      const citations = (experience?.citations ?? []).map((each) => ({ ...each, viaId: each.sourceId }));
      return { ...role, experience: experience === null ? null : { ...experience, citations } };
    });
    await loadDataset({ ...small, roles, transitions, matches }, address);
    await loadDataset(dataset, address);
    driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password), {
      disableLosslessIntegers: true,
    });
  });
  afterAll(async () => {
    await driver.close();
    await erase(sharedAddress());
  });

  test.each(STATEMENTS)("%s begins with its parameters and results", (name) => {
    const comment = text(name)
      .split("\n")
      .filter((line) => line.startsWith("//"))
      .join("\n");
    expect(comment).toMatch(/[Rr]eturns/);
    const parameters = new Set(
      [
        ...text(name)
          .replaceAll(/^\/\/.*$/gm, "")
          .matchAll(/\$(\w+)/g),
      ].map(([, found]) => found),
    );
    for (const parameter of parameters) expect(comment).toContain(`$${parameter}`);
    for (const [, mentioned] of comment.matchAll(/\$(\w+) (?:STRING|INTEGER|LIST|MAP)/g))
      expect(parameters).toContain(mentioned);
  });

  test("every label by which people look up entities has an index on its ids", async () => {
    const { records } = await driver.executeQuery("SHOW INDEXES YIELD labelsOrTypes, properties");
    const indexed = records.map((record) => record.toObject() as { labelsOrTypes: string[]; properties: string[] });
    const byId = indexed
      .filter(({ properties }) => properties?.join() === "id")
      .flatMap((index) => index.labelsOrTypes);
    const labels = new Set(ENTITY_PREFIXES.map((prefix) => ENTITY_KINDS[prefix].nodeLabel));
    expect([...labels].filter((label) => !byId.includes(label))).toEqual([]);
  });

  test.each(STATEMENTS.filter((name) => !name.startsWith("schema/")))(
    "%s scans nothing, multiplies nothing and causes no warning",
    async (name) => {
      const { summary } = await driver.executeQuery(`EXPLAIN ${text(name)}`, PARAMETERS);
      const operators = operatorsOf(summary.plan as Plan);
      // The few Dataset nodes are all needed, and only single rows are multiplied.
      const scans =
        /AllNodesScan|LabelScan|RelationshipsScan|RelationshipTypeScan|CartesianProduct|DynamicLabel|IndexScan/;
      const allowed = ALLOWED[name] ?? [];
      expect(operators.filter((operator) => scans.test(operator))).toEqual(allowed);
      expect(operators.length).toBeGreaterThan(1);
      const warnings = summary.gqlStatusObjects.filter(({ severity }) => severity === "WARNING");
      expect(warnings.map(({ statusDescription }) => statusDescription)).toEqual([]);
    },
  );

  test.each(STATEMENTS.filter((name) => text(name).includes("which gives the order")))(
    "%s sorts nothing, because its index gives the order",
    async (name) => {
      const { summary } = await driver.executeQuery(`EXPLAIN ${text(name)}`, PARAMETERS);
      // Only short lists are sorted: of a skill, what it offers, builds on and matches; of a role, its degrees and its employers.
      const sorts: Readonly<Record<string, number>> = { "read/skill-rows.cypher": 3, "read/role-rows.cypher": 2 };
      const allowed = Array<string>(sorts[name] ?? 0).fill("Sort");
      expect(operatorsOf(summary.plan as Plan).filter((operator) => /Sort|Top/.test(operator))).toEqual(allowed);
    },
  );

  test.each(Object.keys(MOST_HITS))("%s costs no more database hits for 50 ids than measured", async (name) => {
    expect(await hitsOf(name)).toBeLessThanOrEqual(MOST_HITS[name] as number);
    expect(await hitsOf(name)).toBeGreaterThan(50);
  });

  test("the measured statements include all that take ids", async () => {
    const all = STATEMENTS.filter((name) => /^(read|related)/.test(name) && /\$(ids|keys)\b/.test(text(name)));
    expect(Object.keys(MOST_HITS)).toEqual(all);
  });

  async function hitsOf(name: string): Promise<number> {
    const ids =
      /skill/.test(name.split("-of-")[1] ?? "") || name.includes("roles-of-skills") ? dataset.skills : dataset.roles;
    const facts = name === "read/requirements.cypher" ? dataset.requirements : dataset.transitions;
    const keys = facts
      .slice(0, 50)
      .map((fact) =>
        "skillId" in fact
          ? { id: fact.id, from: fact.roleId, to: fact.skillId }
          : { id: fact.id, from: fact.fromId, to: fact.toId },
      );
    const parameters = { ...PARAMETERS, ids: fifty(ids), keys };
    // The oracle's statements use this name for the id of a role.
    if (name === "read/roles-of-skills.cypher") parameters.to = null;
    const { summary } = await driver.executeQuery(`PROFILE ${text(name)}`, parameters);
    return totalHits(summary.profile as ProfiledPlan);
  }
});

function operatorsOf(plan: Plan): string[] {
  return [plan.operatorType.replace(/@.*/, ""), ...plan.children.flatMap(operatorsOf)];
}

function totalHits(plan: ProfiledPlan): number {
  return plan.dbHits + plan.children.reduce((sum, child) => sum + totalHits(child), 0);
}
