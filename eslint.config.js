import js from "@eslint/js";
import tseslint from "typescript-eslint";

/**
 * What each folder of `src/` may import from, besides itself. Dependencies point one way: from the entry points in `cli`
 * down to the entities in `model`. `store` is the port; its adapters are named by those who open one.
 */
const MAY_IMPORT = {
  model: [],
  names: ["model"],
  pay: ["model"],
  paths: ["model"],
  dataset: ["model", "names"],
  store: ["model", "names", "dataset"],
  snapshot: ["model", "names", "paths", "store"],
  graphql: ["model", "names", "pay", "paths", "store", "snapshot"],
  server: ["model", "names", "paths", "dataset", "store", "snapshot", "graphql"],
  cli: ["model", "names", "paths", "dataset", "store", "snapshot", "graphql", "server"],
};
const ADAPTERS = ["store/embedded", "store/neo4j"];
const MAY_NAME_AN_ADAPTER = ["store", "server", "cli"];

/**
 * The rooms of `src/paths/`, the lowest first: each may import from those before it. The questions that the planner answers stand in
 * `src/paths/` itself, above all rooms.
 */
const ROOMS_OF_PATHS = ["collections", "pace", "network", "query", "search", "shortest", "learning", "answer"];

/** Refuses imports of some folders, and, where asked, of the files right above a room. */
function refuseImports(files, forbidden, message, filesAbove = false) {
  const groups = forbidden.map((folder) => `../**/${folder}/**`);
  const sources = forbidden.map((folder) => `(.*\\/)?${folder.replace("/", "\\/")}\\/`);
  if (filesAbove) {
    groups.push("../*.js");
    sources.push("[^./]+\\.js$");
  }
  return {
    files,
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: groups, message }] }],
      // The rule above does not see imports made while running.
      "no-restricted-syntax": [
        "error",
        { selector: `ImportExpression[source.value=/^\\.\\.\\/(${sources.join("|")})/]`, message },
      ],
    },
  };
}

/** What a folder of `src/` must not import. */
function forbiddenTo(folder) {
  const others = Object.keys(MAY_IMPORT).filter((other) => other !== folder && !MAY_IMPORT[folder].includes(other));
  return [...others, ...(MAY_NAME_AN_ADAPTER.includes(folder) ? [] : ADAPTERS)];
}

const importDirection = [
  ...Object.keys(MAY_IMPORT).map((folder) =>
    refuseImports(
      [`src/${folder}/**/*.ts`],
      forbiddenTo(folder),
      `src/${folder} must not depend on this; see MAY_IMPORT in eslint.config.js.`,
    ),
  ),
  // The last rule for a file replaces those before, so what binds all of src/paths is repeated.
  ...ROOMS_OF_PATHS.map((room, place) =>
    refuseImports(
      [`src/paths/${room}/**/*.ts`],
      [...forbiddenTo("paths"), ...ROOMS_OF_PATHS.slice(place + 1)],
      `src/paths/${room} must not depend on this; see MAY_IMPORT and ROOMS_OF_PATHS in eslint.config.js.`,
      true,
    ),
  ),
];

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
  { files: ["src/cli/**/*.ts", "bench/**/*", "dev/**/*", "test/**/*.ts"], rules: { "no-console": "off" } },
  ...importDirection,
);
