import unit from "./jest.config.js";

/** The tests that mutants are tried on: those that run the sources themselves, in seconds, and load no machine. */
export default {
  ...unit,
  testPathIgnorePatterns: [
    ...unit.testPathIgnorePatterns,
    "<rootDir>/test/(cli|dev|fuzz|dataset/import|dataset/infer)/",
    "<rootDir>/test/paths/(learning|.*oracle)",
    "<rootDir>/test/graphql/(clientCaches|relayFragments|realTogether|schema)\\.",
    "<rootDir>/test/server/(load|manySearches|payloads)\\.",
    "<rootDir>/test/readme",
  ],
};
