import js from "@eslint/js";
import tseslint from "typescript-eslint";

/**
 * What each folder of `src/` may import from, besides itself. Dependencies point one way: from the entry points in `cli`
 * down to the entities in `model`.
 */
const MAY_IMPORT = {
  model: [],
  names: ["model"],
  paths: ["model"],
  dataset: ["model", "names"],
  store: ["model", "names", "dataset"],
  snapshot: ["model", "names", "paths", "store"],
  graphql: ["model", "names", "paths", "store", "snapshot"],
  server: ["model", "names", "paths", "dataset", "store", "snapshot", "graphql"],
  cli: ["model", "names", "paths", "dataset", "store", "snapshot", "graphql", "server"],
};

const importDirection = Object.entries(MAY_IMPORT).map(([folder, allowed]) => {
  const forbidden = Object.keys(MAY_IMPORT).filter((other) => other !== folder && !allowed.includes(other));
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: forbidden.map((other) => ({
            group: [`../**/${other}/**`, `**/src/${other}/**`],
            message: `src/${folder} must not depend on src/${other}; see MAY_IMPORT in eslint.config.js.`,
          })),
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ["dist/", "dist-*/", "reports/", ".neo4j/", "node_modules/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  { files: ["src/cli/**/*.ts", "bench/**/*", "test/**/*.ts"], rules: { "no-console": "off" } },
  ...importDirection,
);
