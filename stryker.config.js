import { subjectsAsked } from "./jest.mutate.config.js";

/**
 * Mutation testing, by `npm run mutate`; see CONTRIBUTING.md.
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  mutate: subjectsAsked().flatMap(({ code }) => code),
  // What a message or a key says is tested where it matters; a mutant of each text would only repeat those tests.
  mutator: { excludedMutations: ["StringLiteral"] },
  testRunner: "jest",
  testRunnerNodeArgs: ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
  jest: { configFile: "jest.mutate.config.js", enableFindRelatedTests: false },
  coverageAnalysis: "perTest",
  // What runs once while a module is loaded, such as a decorator, would need a new process for each mutant.
  ignoreStatic: true,
  ignorePatterns: ["/.neo4j", "/bench", "/dist", "/dist-bench", "/reports"],
  reporters: ["clear-text", "progress-append-only", "json"],
  jsonReporter: { fileName: "reports/mutation.json" },
  tempDirName: "reports/mutants",
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // Set by hand where the machine has more cores to spare: `npm run mutate -- --concurrency 4`.
  concurrency: 2,
  timeoutMS: 20_000,
  // Jest keeps the modules of every run.
  maxTestRunnerReuse: 100,
};
