import js from "@eslint/js";
import graphql from "@graphql-eslint/eslint-plugin";
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
  store: ["model", "names", "pay", "dataset"],
  snapshot: ["model", "names", "paths", "store"],
  graphql: ["model", "names", "pay", "paths", "store", "snapshot"],
  mcp: ["model", "graphql"],
  server: ["model", "names", "paths", "dataset", "store", "snapshot", "graphql", "mcp"],
  cli: ["model", "names", "paths", "dataset", "store", "snapshot", "graphql", "mcp", "server"],
};
const ADAPTERS = ["store/embedded", "store/neo4j"];
const MAY_NAME_AN_ADAPTER = ["store", "server", "cli"];

/**
 * The folders of `src/paths/`, the lowest first. Each may import from those before it. The files directly in `src/paths/` are above all of
 * them: one for each question that the planner answers.
 */
const ROOMS_OF_PATHS = ["collections", "pace", "network", "query", "search", "shortest", "learning", "answer"];

/** Refuses imports of some folders and, with `filesAbove`, of the files in the parent folder. */
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
      // The rule above does not see dynamic imports.
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
  // The last rule for a file replaces the earlier ones, so the rules for all of src/paths are repeated here.
  ...ROOMS_OF_PATHS.map((room, place) =>
    refuseImports(
      [`src/paths/${room}/**/*.ts`],
      [...forbiddenTo("paths"), ...ROOMS_OF_PATHS.slice(place + 1)],
      `src/paths/${room} must not depend on this; see MAY_IMPORT and ROOMS_OF_PATHS in eslint.config.js.`,
      true,
    ),
  ),
];

const CODE = ["**/*.{ts,tsx,js,mjs}"];

/**
 * Object types without an id, besides connections and their edges. A client keeps such a value inside the object that contains it, because
 * the value depends on the operation's arguments or has no meaning by itself.
 */
const VALUES = [
  // Answers that depend on the arguments.
  ...["AlternativePath", "Dataset", "Neighborhood", "Path", "PathResult", "PathStep", "PathTotals", "Roadmap"],
  ...[
    "Label",
    "RoadmapSkill",
    "RoadmapStage",
    "RoleComparison",
    "ComparedRole",
    "LevelDifference",
    "SkillGap",
    "SkillToRaise",
    "TrackComparison",
    "Rung",
  ],
  // Statements about a path, a reference, a text or a count.
  ...["Caution", "IgnoredReference", "NodeCount", "PageInfo", "PayChange", "SkillInText", "WhyNot"],
  // A link to an object with an id, and the evidence for the link.
  ...["Citation", "GrowthLink", "RoleLink", "SimilarRole", "SkillLink"],
  // Figures and texts that belong to the object that contains them.
  ...["Advice", "AssumedYears", "Experience", "LevelScale", "PayBand", "PaySpan", "Preparation", "YearSpan"],
];

const graphqlSchema = {
  files: ["schema/schema.graphql"],
  plugins: { "@graphql-eslint": graphql },
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema: "schema/schema.graphql" } },
  },
  rules: {
    ...graphql.configs["flat/schema-recommended"].rules,
    ...graphql.configs["flat/schema-relay"].rules,
    // Lists that always fit on one page are not connections.
    "@graphql-eslint/relay-edge-types": ["error", { withEdgeSuffix: true, listTypeCanWrapOnlyEdgeType: false }],
    "@graphql-eslint/strict-id-in-types": [
      "error",
      { exceptions: { types: VALUES, suffixes: ["Connection", "Edge"] } },
    ],
    // It reports only `Question.question`, which clients use, and the rule accepts no exceptions.
    "@graphql-eslint/no-typename-prefix": "off",
  },
};

export default tseslint.config(
  { ignores: ["dist/", "dist-*/", "reports/", ".neo4j/", "node_modules/"] },
  { files: CODE, extends: [js.configs.recommended, tseslint.configs.recommended] },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
      "@typescript-eslint/return-await": ["error", "error-handling-correctness-only"],
    },
  },
  {
    files: CODE,
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  { files: ["src/cli/**/*.ts", "bench/**/*", "dev/**/*", "test/**/*.ts"], rules: { "no-console": "off" } },
  ...importDirection,
  graphqlSchema,
);
