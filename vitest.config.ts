import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", "json"],
    outputFile: { json: "reports/tests.json" },
    testTimeout: 30_000,
  },
  resolve: {
    // One copy of graphql: Vite would pick its ES build here while Node gives the libraries the CommonJS one.
    alias: { graphql: new URL("node_modules/graphql/index.js", import.meta.url).pathname },
  },
});
