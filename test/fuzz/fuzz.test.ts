import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";

const OPERATIONS = 3_000;

test(`${OPERATIONS} random operations break no promise and take bounded memory`, async () => {
  // In a process of its own: the code runs there as it does in the service, and the memory is only its own.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "./dev/typescript/register.mjs", "test/fuzz/runFuzz.ts", "--count", String(OPERATIONS)],
    { env: { ...process.env, NODE_OPTIONS: "", DATASET: "seed" } },
  );
  const told = JSON.parse(stdout) as {
    readonly operations: number;
    readonly compiled: number;
    readonly mostResidentMB: number;
    readonly outcomes: Readonly<Record<string, number>>;
  };
  expect(told.operations).toBe(OPERATIONS);
  expect(told.mostResidentMB).toBeLessThan(700);
  expect(told.compiled).toBeGreaterThan(OPERATIONS / 5);
  // Otherwise, too many or too few operations are invalid for the test to find anything.
  expect(told.outcomes["OK"]).toBeGreaterThan(OPERATIONS / 5);
  expect(Object.keys(told.outcomes).length).toBeGreaterThan(5);
}, 120_000);
