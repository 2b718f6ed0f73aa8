import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { linesToTest } from "./store/neo4j/linesToTest.js";

// runTests.ts unit,browser,neo4j [ARGUMENT OF JEST…]: runs the tests that need nothing, those of the page, then those that need a Neo4j,
// one release line after the other. Jest has no order of projects and no number of workers per project, so each is a run of its own.
// `reports/tests.json` has the totals of the runs.

interface Run {
  readonly name: string;
  readonly options: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** The part of Jest's report that is used here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly success: boolean;
}

// Their results do not depend on the release line of Neo4j, and they take minutes, so only the first line runs them.
const ONE_LINE_TESTS = "test/store/neo4j/loading/killedLoader.test.ts|test/dev/neo4j/keptData.test.ts";

const SUM = "reports/tests.json";
const NO_REPORT: Report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, success: false };

const [kinds = "", ...given] = process.argv.slice(2);
mkdirSync("reports", { recursive: true });
rmSync(SUM, { force: true });

const reports: Report[] = [];
for (const run of await runsOf(kinds.split(","))) reports.push(await reportOf(run));

const sum = {
  numPassedTests: total(({ numPassedTests }) => numPassedTests),
  numFailedTests: total(({ numFailedTests }) => numFailedTests),
  numPendingTests: total(({ numPendingTests }) => numPendingTests),
  success: reports.every(({ success }) => success) && total(({ numPassedTests }) => numPassedTests) > 0,
};
writeFileSync(SUM, `${JSON.stringify(sum, null, 2)}\n`);
console.log(`All runs: ${sum.numPassedTests} passed, ${sum.numFailedTests} failed, ${sum.numPendingTests} skipped.`);
if (!sum.success) process.exitCode = 1;

async function runsOf(asked: readonly string[]): Promise<readonly Run[]> {
  const runs: Run[] = [];
  if (asked.includes("unit")) runs.push({ name: "unit", options: ["--config=jest.config.js"] });
  if (asked.includes("browser")) {
    runs.push({ name: "browser", options: ["--config=jest.browser.config.js", "--runInBand"] });
  }
  if (asked.includes("neo4j")) {
    for (const [place, { version }] of (await linesToTest()).entries()) {
      runs.push({
        name: `neo4j-${version}`,
        options: [
          ...(place === 0 ? [] : [`--testPathIgnorePatterns=${ONE_LINE_TESTS}`]),
          "--config=jest.neo4j.config.js",
          "--runInBand",
        ],
        environment: { NEO4J_VERSION: version },
      });
    }
  }
  return runs;
}

/** Runs Jest. A run without a report has failed. */
async function reportOf({ name, options, environment }: Run): Promise<Report> {
  const file = `reports/${name}.json`;
  rmSync(file, { force: true });
  console.log(`Tests: ${name}`);
  const jest = spawn(
    process.execPath,
    ["node_modules/jest/bin/jest.js", ...given, ...options, "--passWithNoTests", "--json", `--outputFile=${file}`],
    { stdio: "inherit", env: { ...process.env, ...environment, NODE_OPTIONS: nodeOptions() } },
  );
  const [code] = (await once(jest, "close")) as [number | null];
  try {
    const report = JSON.parse(readFileSync(file, "utf8")) as Report;
    return { ...report, success: report.success && code === 0 };
  } catch {
    console.error(`The run ${name} wrote no report.`);
    return NO_REPORT;
  }
}

/** Native ES modules are still experimental in Node.js, which would otherwise warn in every worker. */
function nodeOptions(): string {
  const own = "--experimental-vm-modules --disable-warning=ExperimentalWarning";
  return [process.env["NODE_OPTIONS"], own].filter(Boolean).join(" ");
}

function total(count: (report: Report) => number): number {
  return reports.reduce((sum, report) => sum + count(report), 0);
}
