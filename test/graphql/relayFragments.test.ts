import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { compileForRelay } from "./compileForRelay.js";

const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));
const objects = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith("__"));

/** Every field that is a connection, with the type that has it. */
const connections = objects.flatMap((owner) =>
  Object.values(owner.getFields())
    .filter(({ type }) => String(type).endsWith("Connection"))
    .map((field) => ({ owner, field })),
);

/** A name as part of a module name, in which Relay allows only letters and digits. */
function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A component's fragment that pages through a connection, and the query for its first page. */
function pagination(
  module: string,
  owner: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  back: boolean,
): string {
  const [count, cursor] = back ? ["last", "before"] : ["first", "after"];
  const required = field.args.filter(({ type }) => isNonNullType(type));
  const given = required.map(({ name }) => `${name}: $${name}`);
  const declared = required.map(({ name, type }) => `$${name}: ${String(type)}`);
  const isRoot = owner.name === "Query";
  const variables = isRoot ? declared : [...declared, "$id: ID!"];
  return `
    fragment ${module}_page on ${owner.name}
    @refetchable(queryName: "${module}PageQuery")
    @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" }) {
      ${field.name}(${[`${count}: $count`, `${cursor}: $cursor`, ...given].join(", ")}) @connection(key: "${module}_${field.name}") {
        edges { node { __typename id } }
      }
    }
    query ${module}Query${variables.length === 0 ? "" : `(${variables.join(", ")})`} {
      ${isRoot ? `...${module}_page` : `node(id: $id) { ...${module}_page @alias }`}
    }`;
}

test("relay-compiler compiles a fragment that pages forward and one that pages backward for every connection", () => {
  expect(connections.map(({ owner, field }) => `${owner.name}.${field.name}`)).toContain("Skill.roles");
  const documents = connections.flatMap(({ owner, field }) =>
    [false, true].map((back) => {
      const module = `${owner.name}${capitalized(field.name)}${back ? "Back" : "On"}`;
      return [module, pagination(module, owner, field, back)] as const;
    }),
  );
  expect(Object.keys(compileForRelay(Object.fromEntries(documents)))).toHaveLength(connections.length * 2);
});

test("relay-compiler compiles a refetchable fragment for every type that is a Node", () => {
  const nodes = [
    ...objects.filter((type) => type.getInterfaces().some(({ name }) => name === "Node")),
    ...Object.values(schema.getTypeMap()).filter(isInterfaceType),
  ];
  const documents = nodes.map(({ name }) => [
    name,
    `fragment ${name}_again on ${name} @refetchable(queryName: "${name}AgainQuery") { __typename id }
     query ${name}Query($id: ID!) { node(id: $id) { ...${name}_again @alias } }`,
  ]);
  expect(Object.keys(compileForRelay(Object.fromEntries(documents)))).toContain("Role");
});
