import { lineOfVersion } from "../../../dev/neo4j/neo4jLines.js";

/** The version of Neo4j that this run tests: that of `NEO4J_VERSION` if set, otherwise that of the first release line. */
export function testedVersion(): string {
  return lineOfVersion(process.env["NEO4J_VERSION"] || undefined).version;
}
