import { Writable } from "node:stream";
import { expect, test } from "@jest/globals";
import { pino } from "pino";
import { FailureLog } from "../../src/server/FailureLog.js";

test("logs a failure with its stack once, and then its count once a minute", () => {
  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(String(line)) as Record<string, unknown>);
      done();
    },
  });
  let now = 0;
  const log = new FailureLog(pino(sink), () => now);
  const fails = (): void => log.note(new Error("The store is away."));
  for (let i = 0; i < 500; i++) fails();
  log.note(new Error("Something else."));
  expect(lines).toMatchObject([
    { level: 50, err: { message: "The store is away.", stack: expect.stringContaining("FailureLog.test") } },
    { level: 50, err: { message: "Something else." } },
  ]);
  now = 60_000;
  for (let i = 0; i < 3; i++) fails();
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatchObject({ failure: "Error: The store is away.", times: 500 });
});
