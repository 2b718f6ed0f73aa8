import { expect, test } from "@jest/globals";
import { acyclicLinks } from "../../../../src/dataset/import/esco/acyclicLinks.js";

test("a link that would close a cycle with earlier links is dropped", () => {
  const links = ["ab", "bc", "ca", "cc", "ac", "cd"].map(([from, to]) => ({ from: from!, to: to! }));
  const dropped: string[] = [];
  const kept = acyclicLinks(links, ({ from, to }) => dropped.push(from + to));
  expect(kept.map(({ from, to }) => from + to)).toEqual(["ab", "bc", "ac", "cd"]);
  expect(dropped).toEqual(["ca", "cc"]);
});
