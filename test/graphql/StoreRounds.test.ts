import { expect, test } from "@jest/globals";
import { OperationWork } from "../../src/graphql/limits/OperationWork.js";
import { StoreRounds } from "../../src/graphql/StoreRounds.js";

test("Store reads that overlap are one round, and later ones are another", async () => {
  const rounds = new StoreRounds(new OperationWork(), () => {});
  expect(rounds.count).toBe(0);
  await Promise.all([rounds.reading(() => Promise.resolve(1)), rounds.reading(() => Promise.resolve(2))]);
  expect(rounds.count).toBe(1);
  await expect(rounds.reading(() => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await rounds.reading(() => Promise.resolve(3))).toBe(3);
  expect(rounds.count).toBe(3);
});
