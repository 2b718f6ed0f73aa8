import { describe, expect, test } from "@jest/globals";
import type { Dataset } from "../../src/dataset/Dataset.js";
import { readDataset } from "../../src/dataset/readDataset.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import type { CareerStore } from "../../src/store/CareerStore.js";
import { StoreBusyError } from "../../src/store/StoreBusyError.js";
import { StoreUnavailableError } from "../../src/store/StoreUnavailableError.js";
import { distantReader } from "../store/distantReader.js";
import { asking, askingSeed } from "./seedService.js";

/** A store over the seed dataset from which only a snapshot can be read; all other reads throw the error. */
async function failing(thrown: Error): Promise<CareerStore> {
  const { dataset } = await readDataset(["seed"]);
  const store = new EmbeddedStore(dataset as Dataset, new Date(0));
  return {
    kind: store.kind,
    activeRevision: () => store.activeRevision(),
    prepare: () => store.prepare(),
    // A snapshot needs the dataset.
    reader: (revision) => distantReader(store.reader(revision), (read) => (read === "dataset" ? null : thrown)),
    close: () => store.close(),
  };
}

describe("An error that the client did not cause", () => {
  test("reveals no internals, and is reported", async () => {
    const reported: unknown[] = [];
    const secret = new Error("MATCH (n) failed at bolt://db.internal:7687");
    const ask = await asking(await failing(secret), (error) => reported.push(error));
    const answer = await ask(`{ role(ref: "Staff MLE") { id } }`);
    expect(answer.errors).toMatchObject([{ path: ["role"], extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
    expect(Object.keys(answer.errors?.[0]?.extensions ?? {})).toEqual(["code"]);
    expect(JSON.stringify(answer)).not.toMatch(/MATCH|bolt|internal:|at .*\.js|stack/);
    expect(reported).toEqual([secret]);
  });

  test("says that the store is unavailable", async () => {
    const reported: unknown[] = [];
    const ask = await asking(await failing(new StoreUnavailableError("bolt://db.internal refused")), (error) =>
      reported.push(error),
    );
    const answer = await ask(`{ role(ref: "Staff MLE") { id summary } }`);
    expect(answer.data).toEqual({ role: { id: "role:staff-ml-engineer", summary: null } });
    expect(answer.errors).toMatchObject([
      { path: ["role", "summary"], extensions: { code: "STORE_UNAVAILABLE", retryAfter: 2 } },
    ]);
    expect(JSON.stringify(answer)).not.toContain("bolt");
    expect(reported.length).toBe(1);
  });

  test.each([
    ["graphql-js", false],
    ["compiled code", "all"],
  ] as const)("of an unavailable store does not affect the other fields, by %s", async (_, compile) => {
    const ask = await asking(await failing(new StoreUnavailableError("away")), () => {}, compile);
    const query = `query ($id: ID!, $from: String!, $to: String!) {
      node(id: $id) { id ... on Role { title summary experience { from } } }
      cited: node(id: $id) { ... on Role { citations { source { id } } } }
      shortestPath(from: $from, to: $to) { steps { to { id summary } } }
    }`;
    const id = "role:staff-ml-engineer";
    const { data, errors } = await ask(query, { id, from: "role:senior-ml-engineer", to: id });
    expect(data).toEqual({
      node: { id, title: "Staff ML Engineer", summary: null, experience: null },
      cited: null,
      shortestPath: { steps: [{ to: { id, summary: null } }] },
    });
    expect(errors?.map(({ path, extensions }) => `${path?.join(".")} ${extensions.code}`).sort()).toEqual([
      "cited.citations STORE_UNAVAILABLE",
      "node.experience STORE_UNAVAILABLE",
      "node.summary STORE_UNAVAILABLE",
      "shortestPath.steps.0.to.summary STORE_UNAVAILABLE",
    ]);
  });

  test("of an unavailable store is reported where the level of a degree is needed", async () => {
    const ask = await asking(await failing(new StoreUnavailableError("away")), () => {});
    const profile = { degrees: ["Master's degree"] };
    const query =
      "query ($of: String!, $profile: ProfileInput) { paths(from: $of, to: $of, profile: $profile) { outcome } }";
    const { errors } = await ask(query, { of: "Staff MLE", profile });
    expect(errors).toMatchObject([{ path: ["paths"], extensions: { code: "STORE_UNAVAILABLE" } }]);
  });

  test("says that the store is busy, and when to retry", async () => {
    const ask = await asking(await failing(new StoreBusyError("16 statements")), () => {});
    const { errors } = await ask(`{ role(ref: "Staff MLE") { summary } }`);
    expect(errors).toMatchObject([{ extensions: { code: "TOO_BUSY", retryAfter: 1 } }]);
  });

  test.each([
    `{ role(ref: "Staff MLE") { id label kind title place seniority track { id name } origin { id } } }`,
    `{ shortestPath(from: "Data Scientist", to: "Staff MLE") { summary steps { position years from { title } to { id title } } } }`,
    `{ search(text: "py") { nodes { id label kind } } }`,
    `{ search(text: "py") { nodes { __typename ... on Skill { name } ... on Role { title } } } }`,
    `{ roles(first: 5) { nodes { id title seniority } } }`,
    `{ nodes(ids: ["skill:python", "role:data-scientist", "skill:nothing"]) { id ... on Skill { name } } }`,
  ])("of an unavailable store does not affect what memory holds: %s", async (query) => {
    const ask = await asking(await failing(new StoreUnavailableError("away")), () => {});
    const whole = await (await askingSeed())(query);
    expect(whole.errors).toBeUndefined();
    const answer = await ask(query);
    if (query.includes("nothing")) expect(answer.errors).toHaveLength(1);
    else expect(answer).toEqual(whole);
  });

  test("does not occur if no store is needed", async () => {
    const ask = await asking(await failing(new StoreUnavailableError("away")), () => {});
    expect((await ask(`{ search(text: "Staff") { totalCount } }`)).errors).toBeUndefined();
  });
});

describe("An error that the client caused", () => {
  test.each([
    [`roles(where: { track: "nope" }) { nodes { id } }`, "roles"],
    [`skills(where: { category: "nope" }) { nodes { id } }`, "skills"],
    [`search(text: "x", first: 0) { nodes { id } }`, "search"],
    [`certifications(first: 0) { nodes { id } }`, "certifications"],
    [`questions(after: "nope") { nodes { id } }`, "questions"],
    [`sources(first: 101) { nodes { id } }`, "sources"],
    [`neighborhood(id: "nope") { truncated }`, "neighborhood"],
    [`nodes(ids: [${Array(101).fill('"x"').join()}]) { id }`, "nodes"],
  ])("does not affect other fields: %s", async (field, name) => {
    const ask = await askingSeed();
    const { data, errors } = await ask(`{ ${field} dataset { name } }`);
    expect(data[name]).toBeNull();
    expect(data.dataset.name).toBeTruthy();
    expect(errors).toHaveLength(1);
  });

  test.each([
    ["roles", '(where: { track: "nope" }, first: 0)', ["where.track", "first"]],
    ["matchingRoles", '(profile: { skills: ["nope"] }, last: 101)', ["profile.skills[0]", "last"]],
    ["reachableRoles", '(from: "nope", maxSteps: -1, last: 0)', ["from", "maxSteps", "last"]],
    ["search", `(text: "${"x".repeat(301)}", first: 0)`, ["text", "first"]],
    ["skills", '(where: { category: "nope" }, first: 0)', ["where.category", "first"]],
  ])("comes with all others about the field's arguments, those of its page included: %s", async (field, given, bad) => {
    const { errors } = await (await askingSeed())(`{ ${field}${given} { totalCount } }`);
    expect(errors!.map(({ extensions }) => extensions.argument)).toEqual(bad);
  });

  test.each([
    ["query ($objective: PathObjective)", "$objective", { objective: "FAST" }],
    ["query ($objective: PathObjective)", "$objective", { objective: 3 }],
    ["", "FAST", {}],
    ["", '"LEAST_TIME"', {}],
  ])("about an enum value lists the valid values: %s with %s, %j", async (declared, objective, variables) => {
    const ask = await askingSeed();
    const query = `${declared} { paths(from: "DS", to: "MLE", objective: ${objective}) { outcome } }`;
    const values = "Give FEWEST_STEPS, LEAST_TIME or LEAST_LEARNING.";
    expect((await ask(query, variables)).errors).toMatchObject([{ message: expect.stringContaining(values) }]);
  });

  test("says which argument to give if reachableRoles gets no role", async () => {
    const { errors } = await (await askingSeed())(`{ reachableRoles { totalCount } }`);
    expect(errors).toMatchObject([
      { message: "Give `from` to list the roles reachable from it, or `to` to list the roles that lead to it." },
    ]);
  });

  test("in a field of a node does not affect the fields beside it", async () => {
    const ask = await askingSeed();
    const { data } = await ask(`{
      skill(ref: "Python") { name roles(first: 0) { totalCount } }
      role(ref: "Staff MLE") { title similar(first: 0) { score } }
    }`);
    expect(data).toMatchObject({ skill: { name: "Python", roles: null }, role: { similar: null } });
    expect(data.role.title).toBeTruthy();
  });

  test.each([
    ["a syntax error", "{ role(", {}, "GRAPHQL_PARSE_FAILED"],
    ["an unknown field", "{ roll { id } }", {}, "GRAPHQL_VALIDATION_FAILED"],
    [
      "a variable of another type",
      "query ($first: Int) { roles(first: $first) { totalCount } }",
      { first: "many" },
      "BAD_USER_INPUT",
    ],
    ["an unknown id", `{ neighborhood(id: "role:nobody") { truncated } }`, {}, "BAD_USER_INPUT"],
    [
      "a depth out of range",
      `{ neighborhood(id: "role:staff-ml-engineer", depth: 4) { truncated } }`,
      {},
      "BAD_USER_INPUT",
    ],
    [
      "too many ids",
      "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
      { ids: Array(101).fill("role:x") },
      "BAD_USER_INPUT",
    ],
  ])("has its code and message: %s", async (_, query, variables, code) => {
    const { dataset } = await readDataset(["seed"]);
    const ask = await asking(new EmbeddedStore(dataset as Dataset, new Date(0)));
    const { errors } = await ask(query, variables);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(errors?.[0]?.message.length).toBeGreaterThan(10);
  });
});
