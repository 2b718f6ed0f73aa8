import { defineConfig } from "vitest/config";

// Tests that need a running Neo4j; they share one server, which is started only where such a test is to run.
const neo4jTests = ["test/store/neo4j/**/*.test.ts", "test/neo4j-dev/**/*.test.ts", "test/**/*.neo4j.test.ts"];

export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "reports/tests.json" },
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: neo4jTests } },
      {
        extends: true,
        test: {
          name: "neo4j",
          include: neo4jTests,
          globalSetup: "test/store/neo4j/sharedNeo4j.ts",
          // One database with one active revision: the files take turns, after the other tests.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          hookTimeout: 60_000,
          // These measure real servers against real time limits; a machine that stalls once must not fail the run.
          retry: 1,
        },
      },
    ],
  },
  resolve: {
    // One copy of graphql: Vite would pick its ES build here while Node gives the libraries the CommonJS one.
    alias: { graphql: new URL("node_modules/graphql/index.js", import.meta.url).pathname },
  },
});
