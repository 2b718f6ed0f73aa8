import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { buildSchema } from "graphql";
import { clientSettings } from "../../src/graphql/clients/clientSettings.js";
import { clientSettingsText, clientsPage } from "../../src/graphql/clients/clientsPage.js";

test("Client settings list the types of interfaces, values without an id, connections and scalars", () => {
  const schema = buildSchema(`
    scalar Day
    interface Node { id: ID! }
    union Found = Thing | Other
    type Thing implements Node { id: ID! size: Size others(after: String): OtherConnection }
    type Other implements Node { id: ID! }
    type OtherConnection { nodes: [Other!]! }
    type Size { days: Day }
    type Query { node(id: ID!): Node find: [Found!] }
  `);
  expect(clientSettings(schema)).toEqual({
    possibleTypes: { Found: ["Other", "Thing"], Node: ["Other", "Thing"] },
    valueTypes: ["OtherConnection", "Size"],
    connections: { Thing: ["others"] },
    scalars: { Day: "string" },
  });
});

test("Client settings agree with the schema and the examples", async () => {
  expect(readFileSync("schema/client-settings.json", "utf8")).toBe(await clientSettingsText());
  expect(readFileSync("docs/clients.md", "utf8")).toBe(await clientsPage());
});
