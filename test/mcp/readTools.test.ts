import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { GraphQLSchema } from "graphql";
import { careerSchema } from "../../src/graphql/schema.js";
import { readTools, toolOf } from "../../src/mcp/readTools.js";
import type { Tool } from "../../src/mcp/Tool.js";
import { type Ask, askingSeed } from "../graphql/seedService.js";

describe("The tools", () => {
  let schema: GraphQLSchema;
  let tools: ReadonlyMap<string, Tool>;
  let ask: Ask;
  beforeAll(async () => {
    schema = await careerSchema();
    tools = new Map(readTools(schema).map((tool) => [tool.name, tool]));
    ask = await askingSeed();
  });

  test("are the operations in their folder, including shortest_path", () => {
    const files = readdirSync("schema/tools").map((file) => file.replace(/\.graphql$/, ""));
    expect([...tools.keys()]).toEqual(files.sort());
    expect(tools.get("shortest_path")).toMatchObject({
      title: "Shortest path",
      operation: readFileSync("schema/tools/shortest_path.graphql", "utf8"),
    });
  });

  test("have the descriptions of the schema: for field, arguments, values and defaults", () => {
    const field = schema.getQueryType()!.getFields()["paths"]!;
    const { description, inputSchema } = tools.get("paths")!;
    expect(description).toBe(field.description);
    expect(inputSchema).toMatchObject({
      type: "object",
      required: ["from", "to"],
      additionalProperties: false,
      properties: {
        from: { type: "string", description: field.args.find(({ name }) => name === "from")!.description },
        objective: {
          type: "string",
          enum: ["FEWEST_STEPS", "LEAST_TIME", "LEAST_LEARNING"],
          default: "FEWEST_STEPS",
          description: expect.stringContaining("LEAST_TIME: Fewest years, then fewest steps"),
        },
        limit: { type: "integer", default: 3 },
        where: {
          type: "object",
          additionalProperties: false,
          properties: { avoid: { type: "array", items: { type: "string" } }, maxYears: { type: "number" } },
        },
        profile: {
          properties: { levels: { type: "array", items: { type: "object", required: ["skill", "level"] } } },
        },
      },
    });
  });

  test("accept what their JSON Schema accepts, and refuse what it refuses", async () => {
    const ajv = new Ajv2020({ strict: false });
    const given: readonly (readonly [string, Readonly<Record<string, unknown>>, boolean])[] = [
      ["shortest_path", { from: "Data Scientist", to: "Staff MLE" }, true],
      ["shortest_path", { from: "Data Scientist" }, false],
      ["shortest_path", { from: 7, to: "Staff MLE" }, false],
      ["paths", { from: "Data Scientist", to: "VP of AI", objective: "LEAST_TIME", limit: 2 }, true],
      ["paths", { from: "Data Scientist", to: "VP of AI", objective: "CHEAPEST" }, false],
      ["paths", { from: "Data Scientist", to: "VP of AI", where: { avoid: ["MLE"], maxSteps: 9 } }, true],
      ["paths", { from: "Data Scientist", to: "VP of AI", where: { maxStep: 9 } }, false],
      ["paths", { from: "Data Scientist", to: "VP of AI", limit: 2.5 }, false],
      ["skill_gap", { to: "MLE", profile: { skills: ["Python"], years: 2.5 } }, true],
      ["skill_gap", { to: "MLE", profile: { levels: [{ skill: "Python" }] } }, false],
    ];
    for (const [name, variables, isRight] of given) {
      const { inputSchema, operation } = tools.get(name)!;
      const { errors } = await ask(operation, variables);
      expect([name, variables, ajv.validate(inputSchema, variables), errors === undefined]).toEqual([
        name,
        variables,
        isRight,
        isRight,
      ]);
    }
  });

  test("together have short descriptions", () => {
    const known = [...tools.values()].map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
    expect(JSON.stringify(known).length).toBeLessThan(40_000);
  });

  test.each([
    ["does not match the schema", "query Bad { nothing }"],
    ["must be Bad", "query Other { dataset { name } }"],
    ["one field of Query", "query Bad { dataset { name } tracks { name } }"],
    ["own name", "query Bad($which: String!) { role(ref: $which) { id } }"],
    ["the whole of an argument", "query Bad($track: String) { roles(where: { track: $track }) { totalCount } }"],
    ["by their own names", "query Bad { dataset { title: name } }"],
    ["without fragments", "query Bad { dataset { ...Name } } fragment Name on Dataset { name }"],
  ])("are not made from an invalid operation, and the error says why: %s", (message, operation) => {
    expect(() => toolOf(schema, "bad", operation)).toThrow(message);
  });
});
