import { expect, test } from "@jest/globals";
import { keepUnlessFailed } from "../../src/server/keepUnlessFailed.js";

test("What could not be made is made again at its next use, and then kept", async () => {
  let uses = 0;
  const made = keepUnlessFailed(async () => {
    if (++uses === 1) throw new Error("It cannot be loaded now.");
    return uses;
  });
  await expect(Promise.all([made(), made()])).rejects.toThrow("cannot be loaded");
  expect(await Promise.all([made(), made()])).toEqual([2, 2]);
  expect(await made()).toBe(2);
});
