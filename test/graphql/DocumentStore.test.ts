import { expect, test } from "@jest/globals";
import { parse } from "graphql";
import { DocumentStore } from "../../src/graphql/limits/DocumentStore.js";

test("A document store returns what was stored, is limited in characters, and keeps no very large document", async () => {
  const store = new DocumentStore();
  const document = parse(`{ dataset { name } } # ${"x".repeat(1_000)}`);
  await store.set("first", document);
  expect(await store.get("first")).toBe(document);
  for (let count = 0; count < 1_000; count++) await store.set(String(count), document);
  const held = await Promise.all(Array.from({ length: 1_000 }, (_, count) => store.get(String(count))));
  expect(held.filter((it) => it !== undefined).length).toBeLessThanOrEqual(128);
  expect(held.at(-1)).toBe(document);
  await store.set("huge", parse(`{ dataset { name } } # ${"x".repeat(20_000)}`));
  expect(await store.get("huge")).toBeUndefined();
  expect(await store.get("999")).toBe(document);
});

test("A document store deletes a document, and keeps a document without its text", async () => {
  const store = new DocumentStore();
  const document = parse("{ dataset { name } }", { noLocation: true });
  await store.set("document", document);
  expect(await store.get("document")).toBe(document);
  await store.delete("document");
  expect(await store.get("document")).toBeUndefined();
});
