import { expect, test } from "@jest/globals";
import type { Node } from "../../../src/model/Node.js";
import { RevisionCache } from "../../../src/store/neo4j/RevisionCache.js";

const role: Node = { id: "role:a" };

test("what a read finds is cached for its revision", () => {
  const cache = new RevisionCache();
  const keeper = cache.keeper("one");
  keeper.node(role);
  keeper.related("transitionsFromRole", "role:a", []);
  expect(cache.node("one", "role:a")).toBe(role);
  expect(cache.related("one", "transitionsFromRole", "role:a")).toEqual([]);
  expect(cache.node("another", "role:a")).toBeUndefined();
});

test("a read that was in progress when the cache was cleared leaves nothing in it, and is not shared", async () => {
  const cache = new RevisionCache();
  const keeper = cache.keeper("one");
  let end = (): void => {};
  const late = cache.flights.nodes.read("one", ["role:a"], async () => {
    await new Promise<void>((resolve) => (end = resolve));
    keeper.node({ id: "role:a" });
    keeper.related("transitionsFromRole", "role:a", []);
    return new Map();
  });
  cache.clear();
  const read = await cache.flights.nodes.read("one", ["role:a"], async () => new Map([["role:a", role]]));
  expect(read.get("role:a")).toBe(role);
  end();
  await late;
  expect(cache.node("one", "role:a")).toBeUndefined();
  expect(cache.related("one", "transitionsFromRole", "role:a")).toBeUndefined();
  cache.keeper("one").node(role);
  expect(cache.node("one", "role:a")).toBe(role);
});
