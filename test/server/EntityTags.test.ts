import { expect, test } from "@jest/globals";
import { EntityTags } from "../../src/server/EntityTags.js";

test("A tag is the same for one revision, build and operation in any process, and different otherwise", () => {
  const tag = new EntityTags("build").tagOf("r", "a");
  expect(tag).toMatch(/^W\/"[\w-]{27}"$/);
  expect(new EntityTags("build").tagOf("r", "a")).toBe(tag);
  const others = [
    new EntityTags("build").tagOf("s", "a"),
    new EntityTags("build").tagOf("r", "b"),
    // The code without a build may differ in each process.
    ...[new EntityTags("other"), new EntityTags(), new EntityTags()].map((tags) => tags.tagOf("r", "a")),
  ];
  expect(new Set([tag, ...others]).size).toBe(6);
});

test.each([
  ['W/"ab"', true],
  ['"ab"', true],
  ['"x", W/"ab"', true],
  ['W/"ab","x"', true],
  [undefined, false],
  ["", false],
  ['"b"', false],
  ['W/"abc", "x"', false],
  ['"aW/b"', false],
])("A client that sends If-None-Match: %s has the tag ab: %s", (header, isHeld) => {
  expect(EntityTags.isHeld('W/"ab"', header)).toBe(isHeld);
});
