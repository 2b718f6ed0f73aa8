import { subjectsAsked } from "./jest.mutate.config.js";

/**
 * Mutation testing, by `npm run mutate`; see CONTRIBUTING.md.
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  mutate: subjectsAsked().flatMap(({ code }) => code),
  // Messages and keys that matter have their own tests; mutating every text would only repeat those.
  mutator: { excludedMutations: ["StringLiteral"] },
  testRunner: "jest",
  testRunnerNodeArgs: ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
  jest: { configFile: "jest.mutate.config.js", enableFindRelatedTests: false },
  coverageAnalysis: "perTest",
  // Code that runs once when a module loads, such as a decorator, would need a new process for each mutant.
  ignoreStatic: true,
  ignorePatterns: ["/.neo4j", "/bench", "/dist", "/dist-bench", "/reports"],
  reporters: ["clear-text", "progress-append-only", "json"],
  jsonReporter: { fileName: "reports/mutation.json" },
  tempDirName: "reports/mutants",
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // With more cores, set it on the command line: `npm run mutate -- --concurrency 4`.
  concurrency: 2,
  timeoutMS: 20_000,
  // Jest keeps the modules of every run in memory.
  maxTestRunnerReuse: 100,
};
