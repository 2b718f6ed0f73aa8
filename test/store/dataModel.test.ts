import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import { ENTITY_KINDS } from "../../src/model/entityKinds.js";
import { RelationKind } from "../../src/model/RelationKind.js";
import { SKILL_LINKS } from "../../src/model/skillLinks.js";
import { DATA_MODEL } from "../../src/store/neo4j/dataModel.js";

/** The data model, and a hash of what the graph is made of in it: kinds, labels, properties and relationships. */
const KNOWN = { dataModel: 14, shape: "6f3c271dd28a" };

test("has a number of its own for every shape: where the shape has changed, raise DATA_MODEL and note both here", () => {
  const shape = createHash("sha256")
    .update(JSON.stringify([ENTITY_KINDS, Object.keys(RelationKind), SKILL_LINKS]))
    .digest("hex")
    .slice(0, 12);
  expect({ dataModel: DATA_MODEL, shape }).toEqual(KNOWN);
});
