import { common } from "./jest.config.js";

/**
 * The tests that need a Neo4j, over the line that `NEO4J_VERSION` names. They share one server and one database with one
 * active revision, so they take turns: run this with `--runInBand`, as `test/runTests.ts` does.
 */
export default {
  ...common,
  testMatch: [
    "<rootDir>/test/store/neo4j/**/*.test.ts",
    "<rootDir>/test/dev/neo4j/**/*.test.ts",
    "<rootDir>/test/**/*.neo4j.test.ts",
  ],
  globalSetup: "<rootDir>/test/store/neo4j/globalSetup.mjs",
  globalTeardown: "<rootDir>/test/store/neo4j/globalTeardown.mjs",
  testTimeout: 60_000,
};
