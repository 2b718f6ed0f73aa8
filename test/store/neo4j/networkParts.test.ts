import fc from "fast-check";
import { expect, test } from "@jest/globals";
import { Basis } from "../../../src/model/Basis.js";
import { Closeness } from "../../../src/model/Closeness.js";
import { Importance } from "../../../src/model/Importance.js";
import { TransitionKind } from "../../../src/model/TransitionKind.js";
import type { RoleRelations } from "../../../src/store/CareerStore.js";
import { networkPartOf, relationsOfPart } from "../../../src/store/neo4j/networkParts.js";

const ordinal = fc.nat({ max: 2 ** 31 - 1 });
const transition = fc.record({
  to: ordinal,
  kind: fc.constantFrom(...Object.values(TransitionKind)),
  basis: fc.constantFrom(...Object.values(Basis)),
  closeness: fc.option(fc.constantFrom(...Object.values(Closeness))),
  years: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
});
const requirement = fc.record({
  skill: ordinal,
  importance: fc.constantFrom(...Object.values(Importance)),
  level: fc.option(fc.double({ noNaN: true })),
});
const role = fc
  .record({ transitions: fc.array(transition), requirements: fc.array(requirement) })
  .map(({ transitions, requirements }) => ({
    toOrdinals: transitions.map(({ to }) => to),
    kinds: transitions.map(({ kind }) => kind),
    bases: transitions.map(({ basis }) => basis),
    closenesses: transitions.map(({ closeness }) => closeness),
    statedYears: transitions.map(({ years }) => years),
    skillOrdinals: requirements.map(({ skill }) => skill),
    importances: requirements.map(({ importance }) => importance),
    levels: requirements.map(({ level }) => level),
  }));

test("A part of the network contains what it was made of, for each role", () => {
  fc.assert(
    fc.property(fc.array(role, { maxLength: 5 }), (roles: readonly RoleRelations[]) => {
      const read = Array.from(relationsOfPart(networkPartOf(roles)), (relations) => ({
        ...relations,
        toOrdinals: Array.from(relations.toOrdinals),
        skillOrdinals: Array.from(relations.skillOrdinals),
      }));
      expect(read).toEqual(roles);
    }),
  );
});

test("A part can be read wherever its bytes are in memory", () => {
  const roles = [
    {
      toOrdinals: [70_000],
      kinds: ["RELATED"],
      bases: ["STATED"],
      closenesses: [null],
      statedYears: [2.5],
      skillOrdinals: [7],
      importances: ["USEFUL"],
      levels: [3.5],
    },
  ] as const;
  const part = networkPartOf(roles);
  const moved = Object.fromEntries(
    Object.entries(part).map(([name, column]) => {
      if (!(column instanceof Int8Array)) return [name, column];
      const larger = new Int8Array(column.length + 1);
      larger.set(column, 1);
      return [name, larger.subarray(1)];
    }),
  ) as unknown as typeof part;
  const [read] = relationsOfPart(moved);
  expect([...Array.from(read!.toOrdinals), ...read!.statedYears]).toEqual([70_000, 2.5]);
});
