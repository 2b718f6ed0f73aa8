import { expect, test } from "@jest/globals";
import { Flights } from "../../../src/store/neo4j/Flights.js";

/** A reader whose reads end when told to, and which remembers what was requested. */
function heldReader() {
  const asked: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const read = (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    asked.push(ids);
    return new Promise((resolve) => ends.push(() => resolve(new Map(ids.map((id) => [id, `read ${id}`])))));
  };
  return { asked, ends, read };
}

test("reads only ids that no read in progress covers, and waits for that read", async () => {
  const { asked, ends, read } = heldReader();
  const flights = new Flights<string>();
  const first = flights.read("kind", ["a", "b"], read);
  const second = flights.read("kind", ["b", "c"], read);
  for (const end of ends) end();
  expect(asked).toEqual([["a", "b"], ["c"]]);
  expect(await second).toEqual(
    new Map([
      ["b", "read b"],
      ["c", "read c"],
    ]),
  );
  expect((await first).get("a")).toBe("read a");
});

test("ids of another kind, or of a read that has ended, are read again", async () => {
  const { asked, ends, read } = heldReader();
  const flights = new Flights<string>();
  const first = flights.read("one", ["a"], read);
  const other = flights.read("other", ["a"], read);
  for (const end of ends) end();
  await Promise.all([first, other]);
  const again = flights.read("one", ["a"], read);
  ends.at(-1)?.();
  await again;
  expect(asked).toEqual([["a"], ["a"], ["a"]]);
});

test("if a read fails, all that wait for it fail, and the next request reads again", async () => {
  const flights = new Flights<string>();
  const fail = () => Promise.reject(new Error("away"));
  const reads = [flights.read("kind", ["a"], fail), flights.read("kind", ["a"], fail)];
  for (const read of reads) await expect(read).rejects.toThrow("away");
  expect(await flights.read("kind", ["a"], async () => new Map([["a", "back"]]))).toEqual(new Map([["a", "back"]]));
});

test("an id that a read omits is absent, and no ids cause no read", async () => {
  const flights = new Flights<string>();
  expect(await flights.read("kind", ["a"], async () => new Map())).toEqual(new Map());
  expect(await flights.read("kind", [], () => Promise.reject(new Error("asked")))).toEqual(new Map());
});
