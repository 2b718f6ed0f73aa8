import { expect, test } from "@jest/globals";
import { roleRelations } from "../../src/store/roleRelations.js";
import { smallGraph } from "./smallGraph.js";

test("The relations of a role refuse values that no ordinal represents", async () => {
  const { transitions, requirements } = await smallGraph();
  const ordinals = new Map([[transitions[0]!.toId, 0]]);
  expect(roleRelations(ordinals, [transitions[0]!]).toOrdinals).toEqual([0]);
  expect(() => roleRelations(ordinals, [], [requirements[0]!])).toThrow(
    `${requirements[0]!.id} leads to ${requirements[0]!.skillId}, which the dataset does not contain.`,
  );
});
