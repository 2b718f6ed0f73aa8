import { javaForLine } from "../../../dev/neo4j/findJava.js";
import { lineOfVersion, NEO4J_LINES, type Neo4jLine } from "../../../dev/neo4j/neo4jLines.js";

/**
 * The release lines of Neo4j that a run tests, at least one: that of `NEO4J_VERSION` if set; with `NEO4J_LINES=all`, every line for which
 * the machine has a Java, and a message about each other line; otherwise, the first line.
 */
export async function linesToTest(): Promise<readonly Neo4jLine[]> {
  const version = process.env["NEO4J_VERSION"] || undefined;
  if (version !== undefined || process.env["NEO4J_LINES"] !== "all") return [lineOfVersion(version)];
  const runnable: Neo4jLine[] = [];
  for (const line of NEO4J_LINES) {
    if ((await javaForLine(line)) !== null) runnable.push(line);
    else console.warn(`Neo4j ${line.version} is not tested: no Java ${line.java.from} to ${line.java.to} was found.`);
  }
  // If the machine has no Java, a container engine may start the first line.
  return runnable.length > 0 ? runnable : NEO4J_LINES.slice(0, 1);
}
