/** Settings that all runs share: swc compiles TypeScript (`.swcrc`), and modules are native ES modules. */
export const common = {
  testEnvironment: "node",
  roots: ["<rootDir>/src", "<rootDir>/test", "<rootDir>/dev", "<rootDir>/web"],
  transform: { "\\.ts$": "@swc/jest" },
  extensionsToTreatAsEsm: [".ts"],
  // Imports name the `.js` files that `tsc` writes; Jest reads the `.ts` file instead. `js` comes first because packages need it.
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  moduleFileExtensions: ["js", "mjs", "cjs", "ts", "json", "node"],
  testMatch: ["<rootDir>/test/**/*.test.ts"],
};

/** Tests that need a running Neo4j; `jest.neo4j.config.js` runs them. */
export const neo4jTests = ["<rootDir>/test/store/neo4j/", "<rootDir>/test/dev/neo4j/", "\\.neo4j\\.test\\.ts$"];

/** Tests that need a Chromium; `jest.browser.config.js` runs them. */
export const browserTests = ["\\.browser\\.test\\.ts$"];

/** The tests that need neither of them. */
export default {
  ...common,
  testPathIgnorePatterns: [...neo4jTests, ...browserTests],
  maxWorkers: "100%",
  testTimeout: 30_000,
};
