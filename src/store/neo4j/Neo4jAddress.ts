/** Where to reach Neo4j, and with which credentials. */
export interface Neo4jAddress {
  /** `bolt://` for one server or `neo4j://` for a cluster, optionally with `+s` or `+ssc`. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** The file from which the password was read. It is read again if the password is refused. Absent if the password is not from a file. */
  readonly passwordFile?: string;
  /** Null means the server's default database. */
  readonly database: string | null;
}
