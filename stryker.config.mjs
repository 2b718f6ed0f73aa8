/**
 * Mutation tests of the code whose edges are easily left untested, by `npm run mutate`. The survivors that are kept, each with the
 * reason, are listed in test/mutation-survivors.md.
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  mutate: [
    "src/graphql/connection/{Cursor,listName,pageAsked,pageOf}.ts",
    "src/graphql/limits/{OperationWork,bytesOfAnswer,longestLists,mostItems,operationCost,operationDepth}.ts",
    "src/server/{OperationGate,ResponseCache}.ts",
    "src/pay/*.ts",
    "src/paths/planRoadmap.ts",
    "src/graphql/roadmap/RoadmapQueries.ts",
    "src/snapshot/{NamesInOrder,selectRoles}.ts",
    "src/dataset/{mergeEqualRecords,revisionOf}.ts",
  ],
  // What a message or a key says is tested where it matters; a mutant of each text would only repeat those tests.
  mutator: { excludedMutations: ["StringLiteral"] },
  testRunner: "jest",
  testRunnerNodeArgs: ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
  jest: { configFile: "jest.mutate.config.js" },
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  ignorePatterns: ["/.neo4j", "/bench", "/dist", "/dist-bench", "/reports"],
  reporters: ["clear-text", "progress-append-only", "json"],
  jsonReporter: { fileName: "reports/mutation.json" },
  tempDirName: "reports/mutants",
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  timeoutMS: 20_000,
};
