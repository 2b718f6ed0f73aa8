import { execFile } from "node:child_process";
import { expect, test } from "@jest/globals";

/** Runs a script in a process of its own that ends when nothing is left to do. @returns its exit status and output */
function run(script: string): Promise<{ readonly status: number; readonly output: string }> {
  const begin = `
    import { buildSchema, graphql } from "graphql";
    import { setTimeout as sleep } from "node:timers/promises";
    import { exitOnUncaughtError } from "./src/cli/exitOnUncaughtError.ts";
    exitOnUncaughtError((error) => console.log("reported:", error.message));
  `;
  const args = ["--import", "./dev/typescript/register.mjs", "--input-type=module", "--eval", begin + script];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: "" } }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

test("an error that nothing catches is reported and ends the process", async () => {
  expect(await run(`setTimeout(() => { throw new Error("thrown"); }); await sleep(2000);`)).toEqual({
    status: 1,
    output: "reported: thrown\n",
  });
  expect(await run(`Promise.reject(new Error("rejected")); await sleep(2000);`)).toEqual({
    status: 1,
    output: "reported: rejected\n",
  });
});

test("a field that fails after its answer has failed does not end the process", async () => {
  const late = `
    const schema = buildSchema("type Query { items: [Item!] } type Item { name: String! }");
    const items = [{ name: () => sleep(50).then(() => { throw new Error("late"); }) }, { name: new Error("at once") }];
    const { errors } = await graphql({ schema, source: "{ items { name } }", rootValue: { items } });
    console.log(errors.map(({ message }) => message));
    await sleep(200);
    console.log("still runs");
  `;
  expect(await run(late)).toEqual({ status: 0, output: "[ 'at once' ]\nstill runs\n" });
});
