import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { OPERATION_VARIABLES } from "./operationVariables.js";
import { type Ask, askingSeed, operation } from "./seedService.js";

const NAMES = readdirSync("schema/operations").map((file) => file.replace(/\.graphql$/, ""));

/** Operations and variables for which a root field is null without an error: there is no path, or no such node. */
const NOTHING: Readonly<Record<string, readonly string[]>> = {
  'shortest-path {"from":"VP of AI","to":"Data Scientist"}': ["shortestPath"],
  'node {"id":"role:nobody"}': ["node"],
};

describe("Every example operation", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });

  test("has variables to run with", () => {
    expect(Object.keys(OPERATION_VARIABLES).sort()).toEqual(NAMES.sort());
  });

  test.each(
    Object.entries(OPERATION_VARIABLES).flatMap(([name, sets]) => sets.map((variables) => ({ name, variables }))),
  )("$name answers without error for $variables", async ({ name, variables }) => {
    const answer = await ask(operation(name), variables);
    expect(answer.errors).toBeUndefined();
    const roots = Object.entries(answer.data as Record<string, unknown>);
    expect(roots.length).toBeGreaterThan(0);
    const empty = roots.flatMap(([field, value]) => (value === null ? [field] : []));
    expect(empty).toEqual(NOTHING[`${name} ${JSON.stringify(variables)}`] ?? []);
  });
});
