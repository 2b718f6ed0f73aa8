import { defineConfig, type ViteUserConfig } from "vitest/config";
import { linesToTest } from "./test/store/neo4j/linesToTest.js";

// Tests that need a running Neo4j; those of a line share one server, which is started only where such a test is to run.
const neo4jTests = ["test/store/neo4j/**/*.test.ts", "test/neo4j-dev/**/*.test.ts", "test/**/*.neo4j.test.ts"];

// What these tell does not hang on the line of Neo4j, and takes minutes: the first line alone runs them.
const oneLineTests = ["test/store/neo4j/loading/killedLoader.test.ts"];

export default defineConfig(async (): Promise<ViteUserConfig> => ({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "reports/tests.json" },
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: neo4jTests } },
      ...(await linesToTest()).map(({ version }, place) => ({
        extends: true as const,
        test: {
          name: `neo4j ${version}`,
          include: neo4jTests,
          exclude: place === 0 ? [] : oneLineTests,
          provide: { neo4jVersion: version },
          globalSetup: "test/store/neo4j/sharedNeo4j.ts",
          // One database with one active revision: the files take turns, after the other tests, and so do the lines.
          maxWorkers: 1,
          sequence: { groupOrder: 1 + place },
          hookTimeout: 60_000,
          // These measure real servers against real time limits; a machine that stalls once must not fail the run.
          retry: 1,
        },
      })),
    ],
  },
  resolve: {
    // One copy of graphql: Vite would pick its ES build here while Node gives the libraries the CommonJS one.
    alias: { graphql: new URL("node_modules/graphql/index.js", import.meta.url).pathname },
  },
}));
