/** Where a Neo4j answers and as whom to ask it. */
export interface Neo4jAddress {
  /** `bolt://` for one server, `neo4j://` for a cluster, each also with `+s` or `+ssc`. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** File that the password was read from, to be read again where it is refused; absent where it stands in no file. */
  readonly passwordFile?: string;
  /** Null means the server's default database. */
  readonly database: string | null;
}
