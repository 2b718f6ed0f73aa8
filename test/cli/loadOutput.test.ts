import { Writable } from "node:stream";
import { expect, test } from "@jest/globals";
import { formatDropped, formatLoadSummary } from "../../src/cli/formatLoadSummary.js";
import { showProgress } from "../../src/cli/showProgress.js";

test("a load prints the active revision, the changes by kind, and what was dropped", () => {
  const summary = {
    revision: "new",
    outcome: "LOADED",
    damage: [],
    replaced: "old",
    changes: [{ type: "Role", added: 1, changed: 2, removed: 3 }],
    dropped: ["older"],
  } as const;
  expect(formatLoadSummary(summary)).toBe(
    [
      "Revision new is loaded and active, replacing old.",
      "  Role: 1 added, 2 changed, 3 removed",
      "Dropped revision older, which is no longer read.",
    ].join("\n"),
  );
  expect(formatLoadSummary({ ...summary, outcome: "REACTIVATED", replaced: null, changes: [], dropped: [] })).toBe(
    "Revision new is active again, from the kept copy, the first in this database.",
  );
  expect(formatLoadSummary({ ...summary, replaced: "new", changes: [], dropped: [] })).toBe(
    "Revision new is loaded and active, replacing the same revision in another data model.",
  );
  expect(formatLoadSummary({ ...summary, outcome: "ALREADY_ACTIVE" })).toBe(
    "Revision new is already active and undamaged; nothing was changed.",
  );
});

test("a load that repairs a revision prints what was damaged, and that nothing else changed", () => {
  const repaired = { revision: "new", replaced: "new", changes: [], dropped: [], damage: ["LEADS_TO: 1 instead of 2"] };
  expect(formatLoadSummary({ ...repaired, outcome: "REPAIRED" })).toBe(
    "Revision new was damaged; an undamaged copy has replaced it.\n  What was wrong: LEADS_TO: 1 instead of 2",
  );
});

test("a dropped copy of the active revision is distinguished from a dropped revision", () => {
  expect(formatDropped("old", "new")).toBe("Dropped revision old, which is no longer read.");
  expect(formatDropped("new", "new")).toBe("Dropped the replaced copy of revision new.");
});

test("a terminal gets one line, which is redrawn and cleared at the end", () => {
  const { output, written } = collect(true);
  const progress = showProgress(output);
  progress.show({ step: "Preparing", done: 0, total: 0 });
  progress.show({ step: "Writing nodes", done: 1500, total: 3000 });
  progress.end();
  progress.end();
  expect(written()).toBe(
    `\r\x1b[KPreparing…\r\x1b[K[${"█".repeat(15)}${"·".repeat(15)}] Writing nodes (1,500 of 3,000 rows)\r\x1b[K`,
  );
});

test("a line that is wider than the terminal is cut, so that it can be redrawn", () => {
  const { output, written } = collect(true, 40);
  const progress = showProgress(output);
  progress.show({ step: "Writing nodes", done: 1500, total: 3000 });
  expect(written()).toBe(`\r\x1b[K[${"█".repeat(15)}${"·".repeat(15)}] Writin`);
});

test("other outputs get a plain line for each new step", () => {
  const { output, written } = collect(false);
  const progress = showProgress(output);
  progress.show({ step: "Preparing", done: 0, total: 0 });
  progress.show({ step: "Writing nodes", done: 0, total: 20_000 });
  progress.show({ step: "Writing nodes", done: 10_000, total: 20_000 });
  progress.end();
  expect(written()).toBe("Preparing\nWriting nodes (0 of 20,000 rows)\n");
});

function collect(isTTY: boolean, columns?: number): { output: NodeJS.WriteStream; written: () => string } {
  let text = "";
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { output: Object.assign(output, { isTTY, columns }) as unknown as NodeJS.WriteStream, written: () => text };
}
