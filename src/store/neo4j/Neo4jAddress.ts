/** Where a Neo4j answers and as whom to ask it. */
export interface Neo4jAddress {
  /** `bolt://` for one server, `neo4j://` for a cluster, each also with `+s` or `+ssc`. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Null means the server's default database. */
  readonly database: string | null;
}
