import {
  getNamedType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isLeafType,
  isObjectType,
  parse,
  validate,
} from "graphql";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { careerSchema } from "../../src/graphql/schema.js";
import { type Ask, askingSeed } from "./seedService.js";

/** One id in the seed dataset for every type that implements Node. */
const IDS = [
  "role:staff-ml-engineer",
  "track:ic",
  "skill:pytorch",
  "requirement:junior-ml-engineer--python",
  "transition:ml-engineer--senior-ml-engineer",
];

/** Every field of a type: leaves, and objects with their own leaves. */
function everyField(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map((field) => {
      const named = getNamedType(field.type);
      // The kind of a transition or match is not a node kind, and the place of a role is not a place on a map. All other fields with the
      // same name have the same type.
      if (type.name === "Transition" && field.name === "kind") return "transitionKind: kind";
      if (type.name === "Role" && field.name === "place") return "rolePlace: place";
      if (type.name === "Match" && field.name === "kind") return "matchKind: kind";
      if (isLeafType(named)) return field.name;
      const inner = isObjectType(named)
        ? Object.values(named.getFields())
            .filter((leaf) => isLeafType(getNamedType(leaf.type)))
            .map((leaf) => leaf.name)
            .join(" ")
        : "";
      return `${field.name} { ${inner === "" ? "__typename" : inner} }`;
    })
    .join("\n");
}

describe("Every field of every type with an id", () => {
  let schema: GraphQLSchema;
  let ask: Ask;
  let nodeTypes: readonly GraphQLObjectType[];
  let query: string;
  beforeAll(async () => {
    schema = await careerSchema();
    ask = await askingSeed();
    nodeTypes = schema.getPossibleTypes(schema.getType("Node") as GraphQLInterfaceType);
    query = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ${nodeTypes.map((type) => `... on ${type.name} { ${everyField(type)} }`).join("\n")} } }`;
  });

  test("can be requested in one operation", () => {
    expect(nodeTypes.length).toBe(21);
    expect(nodeTypes.every((type) => isCompositeType(type))).toBe(true);
    expect(validate(schema, parse(query))).toEqual([]);
  });

  test("is answered for a node of every type", async () => {
    const listed = await ask(`{
      certifications(first: 1) { nodes { id } } degrees { id } activities { id } phases { id } trends { id } sectors { id }
      questions(first: 1) { nodes { id } } statements { id } sources(first: 1) { nodes { id } }
      role(ref: "role:staff-ml-engineer") { pay { id } employers { id } degrees { id } }
      growth: role(ref: "role:data-scientist") { growth { id } }
      junior: role(ref: "role:junior-ml-engineer") { degrees { id } } dataset { parts { id } }
    }`);
    expect(listed.errors).toBeUndefined();
    const { data } = listed;
    const first = (list: { id: string }[]): string => list[0]?.id ?? "none";
    const ids = [
      ...IDS,
      ...[data.certifications.nodes, data.degrees, data.activities, data.phases, data.trends, data.sectors].map(first),
      ...[data.questions.nodes, data.statements, data.sources.nodes, data.role.pay, data.role.employers].map(first),
      ...[data.growth.growth, data.junior.degrees, data.dataset.parts].map(first),
    ];
    const answer = await ask(query, { ids });
    expect(answer.errors).toBeUndefined();
    const nodes = answer.data.nodes as ({ __typename: string } | null)[];
    expect(new Set(nodes.map((node) => node?.__typename))).toEqual(
      // A match joins two datasets, and the seed is only one. Its sources do not count employed people.
      new Set(nodeTypes.map((type) => type.name).filter((name) => !["Match", "EmploymentClaim"].includes(name))),
    );
  });
});
