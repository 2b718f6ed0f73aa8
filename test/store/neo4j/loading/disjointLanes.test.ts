import { expect, test } from "@jest/globals";
import { disjointLanes, SHARES } from "../../../../src/store/neo4j/loading/disjointLanes.js";

/** Lanes that are written at the same time have no entity in common, because a transaction locks both ends of what it writes. */

const SIZE = 40;

/** Every relationship between some entities. */
const PAIRS = Array.from({ length: SIZE * SIZE }, (_, i) => [Math.floor(i / SIZE), i % SIZE] as const);

const rounds = disjointLanes(
  PAIRS.length,
  (place) => PAIRS[place]![0] % SHARES,
  (place) => PAIRS[place]![1] % SHARES,
);

test("no entity is in two lanes of a round", () => {
  for (const lanes of rounds) {
    const ends = lanes.map((lane) => new Set([...lane].flatMap((place) => [...PAIRS[place]!])));
    expect(new Set(ends.flatMap((each) => [...each])).size).toBe(ends.reduce((sum, { size }) => sum + size, 0));
  }
});

test("every relationship is in one lane, in order", () => {
  const places = rounds.flat().flatMap((lane) => [...lane]);
  expect(places.toSorted((left, right) => left - right)).toEqual([...PAIRS.keys()]);
  for (const lane of rounds.flat()) expect([...lane]).toEqual([...lane].sort((left, right) => left - right));
});

test("the lanes of a round have about the same length", () => {
  for (const [one, other] of rounds) expect(one!.length / other!.length).toBeCloseTo(1);
});
