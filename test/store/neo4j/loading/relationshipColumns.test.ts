import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { factsOfRoles } from "../../../../src/store/neo4j/loading/factsOfRoles.js";
import { fingerprintsOf } from "../../../../src/store/neo4j/loading/fingerprints.js";
import { relationshipsOf } from "../../../../src/store/neo4j/loading/Relationships.js";
import { smallGraph } from "../../smallGraph.js";

test("the statement that writes relationships writes every property that any of them has, and no other", async () => {
  const dataset = await smallGraph();
  const relationships = relationshipsOf(dataset, fingerprintsOf(dataset, factsOfRoles(dataset)));
  const given = new Set(Object.values(relationships).flatMap(({ properties }) => Object.keys(properties)));
  const text = readFileSync("cypher/load/relationships.cypher", "utf8");
  const written = [...text.matchAll(/(\w+): \$columns\.(\w+)\[link\]/g)].map(([, property, column]) => {
    expect(property).toBe(column);
    return column;
  });
  expect(new Set(written)).toEqual(given);
});
