/** A Neo4j that this process started and stops. */
export interface DevelopmentNeo4j {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly version: string;
  readonly startedBy: "docker" | "java";
  /** Process id of the server; null if it runs in a container. */
  readonly pid: number | null;
  /** Stops the server, waits until it has ended, and removes throwaway data. Safe to call twice. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** A version of NEO4J_LINES; the first by default. */
  readonly version?: string;
  /** Folder where fetched jars are kept between starts. */
  readonly cacheDir: string;
  /** Folder that keeps the database and password between starts; without it, both are deleted at stop. */
  readonly dataDir?: string;
  /** Folder for throwaway data; the system's temporary folder by default. Java only. */
  readonly throwawayIn?: string;
  /** Preferred port; a free one by default, or if it is taken. */
  readonly port?: number;
  /** Heap of the server, in Java's notation; 512m by default. */
  readonly heap?: string;
  /** Page cache of the server, in Java's notation; 128m by default. */
  readonly pageCache?: string;
  /** A plugin, fetched as Maven artifacts. With a plugin, the server is always started with Java. */
  readonly plugin?: Plugin;
  /** Receives one line per step, to show progress. */
  readonly say?: (line: string) => void;
}

/** Artifacts with procedures. Their dependencies in other groups are fetched as well. */
export interface Plugin {
  readonly group: string;
  readonly artifacts: readonly string[];
  readonly version: string;
  /** Procedures that may use the server's internal APIs, such as `gds.*`. */
  readonly unrestricted: string;
}
