import { describe, expect, test } from "@jest/globals";
import { ResponseCache } from "../../src/server/ResponseCache.js";

const answer = (body: string) => ({ type: "application/json", body });

describe("A response cache", () => {
  test("keeps an answer that is requested a second time, only for its revision", () => {
    const cache = new ResponseCache(1_000_000);
    const kept = answer("{}");
    cache.keep("one", "a", kept);
    expect([cache.answerTo("one", "a"), cache.bytes]).toEqual([undefined, 0]);
    cache.keep("one", "b", kept);
    cache.keep("two", "a", kept);
    expect(cache.answerTo("one", "a")).toBeUndefined();
    cache.keep("one", "a", kept);
    expect(cache.answerTo("one", "a")).toBe(kept);
    expect([cache.answerTo("one", "b"), cache.answerTo("two", "a")]).toEqual([undefined, undefined]);
    // Two bytes per character of the key, which includes `one a`.
    expect(cache.bytes).toBe(2 * ("one a".length + "{}".length));
  });

  test("keeps as much as it may, drops what was not used for longest, and does not keep a very large answer", () => {
    const cache = new ResponseCache(32_000);
    const keep = (asked: string, characters: number) => {
      for (let time = 0; time < 2; time++) cache.keep("r", asked, answer("x".repeat(characters)));
    };
    // The limit of one answer is a thousand bytes: 500 characters including the key.
    keep("1", 497);
    keep("2", 498);
    expect([cache.answerTo("r", "1") !== undefined, cache.answerTo("r", "2") !== undefined]).toEqual([true, false]);
    for (let index = 100; index < 131; index++) keep(String(index), 495);
    expect(cache.bytes).toBe(32_000);
    expect(cache.answerTo("r", "1")).toBeDefined();
    keep("131", 495);
    expect(cache.bytes).toBe(32_000);
    expect([cache.answerTo("r", "1") !== undefined, cache.answerTo("r", "100") !== undefined]).toEqual([true, false]);
  });

  test("also forgets what was requested once when it is cleared", () => {
    const cache = new ResponseCache(1_000_000);
    for (let time = 0; time < 2; time++) cache.keep("r", "often", answer("{}"));
    cache.keep("r", "once", answer("{}"));
    cache.clear();
    expect([cache.answerTo("r", "often"), cache.bytes]).toEqual([undefined, 0]);
    cache.keep("r", "once", answer("{}"));
    expect(cache.answerTo("r", "once")).toBeUndefined();
  });
});
