import js from "@eslint/js";
import tseslint from "typescript-eslint";

/**
 * What each folder of `src/` may import from, besides itself. Dependencies point one way: from the entry points in `cli`
 * down to the entities in `model`. `store` is the port; its adapters are named by those who open one.
 */
const MAY_IMPORT = {
  model: [],
  "neo4j-dev": [],
  names: ["model"],
  paths: ["model"],
  dataset: ["model", "names"],
  store: ["model", "names", "dataset"],
  snapshot: ["model", "names", "paths", "store"],
  graphql: ["model", "names", "paths", "store", "snapshot"],
  server: ["model", "names", "paths", "dataset", "store", "snapshot", "graphql"],
  cli: ["model", "names", "paths", "dataset", "store", "snapshot", "graphql", "server", "neo4j-dev"],
};
const ADAPTERS = ["store/embedded", "store/neo4j"];
const MAY_NAME_AN_ADAPTER = ["store", "server", "cli"];

const importDirection = Object.entries(MAY_IMPORT).map(([folder, allowed]) => {
  const others = Object.keys(MAY_IMPORT).filter((other) => other !== folder && !allowed.includes(other));
  const forbidden = [...others, ...(MAY_NAME_AN_ADAPTER.includes(folder) ? [] : ADAPTERS)];
  const message = (other) => `src/${folder} must not depend on src/${other}; see MAY_IMPORT in eslint.config.js.`;
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: forbidden.map((other) => ({ group: [`../**/${other}/**`], message: message(other) })) },
      ],
      // The rule above does not see imports made while running.
      "no-restricted-syntax": [
        "error",
        ...forbidden.map((other) => ({
          selector: `ImportExpression[source.value=/^\\.\\.\\/(.*\\/)?${other.replace("/", "\\/")}\\//]`,
          message: message(other),
        })),
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ["dist/", "dist-*/", "reports/", ".neo4j/", "node_modules/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
      "@typescript-eslint/return-await": ["error", "error-handling-correctness-only"],
    },
  },
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
