import { existsSync, readFileSync, readdirSync } from "node:fs";
import {
  buildSchema,
  findBreakingChanges,
  getNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  validate,
} from "graphql";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { careerSchema } from "../../src/graphql/schema.js";
import { schemaText } from "../../src/graphql/schemaText.js";
import { expectSaying } from "../expectSaying.js";

/** The contract is in a folder beside the project on development machines. */
const CONTRACT = "../shared/contract";

/** What graphql-js compares if two types return a field with the same name: the type of leaves, and the wrapping of objects. */
function shape(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  return isLeafType(named) ? String(type) : String(type).replace(named.name, "");
}

describe("The schema", () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await careerSchema();
  });

  test("is the one in schema/schema.graphql", async () => {
    expect(readFileSync("schema/schema.graphql", "utf8")).toBe(await schemaText());
  });

  test("describes every type, field, argument and enum value", () => {
    const bare: string[] = [];
    const check = (where: string, described: { readonly description?: string | null | undefined }): void => {
      if (!described.description?.trim()) bare.push(where);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith("__") || isSpecifiedScalarType(type)) continue;
      check(type.name, type);
    }
    for (const type of Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"))) {
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          check(`${type.name}.${field.name}`, field);
          for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg);
        }
      } else if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
      } else if (isEnumType(type)) {
        for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
      }
    }
    expect(bare).toEqual([]);
  });

  test("accepts every example operation", () => {
    for (const file of readdirSync("schema/operations")) {
      expectSaying(validate(schema, parse(readFileSync(`schema/operations/${file}`, "utf8"))), file).toEqual([]);
    }
  });

  (!existsSync(CONTRACT) ? test.skip : test)("follows the contract that frontends use", () => {
    const contract = buildSchema(readFileSync(`${CONTRACT}/schema.graphql`, "utf8"));
    expect(findBreakingChanges(contract, schema)).toEqual([]);
  });

  test("makes every field with arguments nullable, so that an invalid argument does not affect the fields beside it", () => {
    const firm = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith("__"))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => field.args.length > 0 && isNonNullType(field.type))
          .map((field) => `${type.name}.${field.name}`),
      );
    // Its only argument is a list of enum values, none of which can be invalid.
    expect(firm).toEqual(["Query.statements"]);
  });

  test("finds the type of a node by its id, without a promise", () => {
    const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
    expect(interfaces.map(({ name }) => name).sort()).toEqual(["Claim", "Entity", "Node"]);
    for (const { resolveType } of interfaces) {
      const resolve = resolveType as (value: unknown) => unknown;
      expect([resolve({ id: "pay:x" }), resolve({ id: "nonsense" })]).toEqual(["PayClaim", undefined]);
    }
  });

  test("allows fields of one name to be requested from all types with an id: they have one leaf type, or one kind of list", () => {
    const types = new Map<string, Set<string>>();
    for (const type of schema.getPossibleTypes(schema.getType("Node") as never)) {
      for (const field of Object.values(type.getFields())) {
        // The exceptions: the kind of a transition or match is not a node kind, and the place of a role is a place on the ladder.
        if (["Transition.kind", "Match.kind", "Role.place"].includes(`${type.name}.${field.name}`)) continue;
        types.set(field.name, (types.get(field.name) ?? new Set()).add(shape(field.type)));
      }
    }
    expect([...types].filter(([, several]) => several.size > 1)).toEqual([]);
  });
});
