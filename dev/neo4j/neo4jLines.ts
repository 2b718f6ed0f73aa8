/** A supported line of Neo4j: what to fetch, which Java runs it and the class that starts it. */
export interface Neo4jLine {
  readonly version: string;
  /** Java releases that it supports, lowest and highest. */
  readonly java: { readonly from: number; readonly to: number };
  readonly mainClass: string;
}

/** The lines that the tests run on. The first has long-term support; `npm run neo4j` starts it. */
export const NEO4J_LINES: readonly Neo4jLine[] = [
  { version: "5.26.12", java: { from: 17, to: 21 }, mainClass: "org.neo4j.server.CommunityEntryPoint" },
  { version: "2026.08.1", java: { from: 21, to: 25 }, mainClass: "org.neo4j.server.Neo4jCommunity" },
];

/**
 * The line of a version, or the first line if no version is given.
 * @throws Error if the version is not one of NEO4J_LINES
 */
export function lineOfVersion(version?: string): Neo4jLine {
  const line = version === undefined ? NEO4J_LINES[0] : NEO4J_LINES.find((each) => each.version === version);
  if (line === undefined) {
    const known = NEO4J_LINES.map((each) => each.version).join(" or ");
    throw new Error(`Neo4j ${version} is not a version that this project starts; ask for ${known}.`);
  }
  return line;
}
