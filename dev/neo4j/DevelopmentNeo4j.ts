/** A Neo4j that this process started and stops. */
export interface DevelopmentNeo4j {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly version: string;
  readonly startedBy: "docker" | "java";
  /** Process id of the server; null where it runs in a container. */
  readonly pid: number | null;
  /** Stops the server and waits until it is gone; data that was not asked to be kept goes with it. Safe to call twice. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** A version of NEO4J_LINES; without it, the first. */
  readonly version?: string;
  /** Folder where fetched jars are kept between starts. */
  readonly cacheDir: string;
  /** Folder that keeps database and password between starts; without it both are thrown away at stop. */
  readonly dataDir?: string;
  /** Folder in which throwaway data lies meanwhile; without it, that of the system for temporary files. Java only. */
  readonly throwawayIn?: string;
  /** Port asked for; without it, or where it is taken, a free one. */
  readonly port?: number;
  /** Heap of the server, as Java writes it; 512m without it. */
  readonly heap?: string;
  /** Page cache of the server, as Java writes it; 128m without it. */
  readonly pageCache?: string;
  /** A plugin, fetched as Maven artifacts; with one, the server is started with Java. */
  readonly plugin?: Plugin;
  /** Receives one line per step, to show progress. */
  readonly say?: (line: string) => void;
}

/** Artifacts that hold procedures and what they need; those of other groups that they depend on are fetched as well. */
export interface Plugin {
  readonly group: string;
  readonly artifacts: readonly string[];
  readonly version: string;
  /** Procedures that may use the server's inner parts, such as `gds.*`. */
  readonly unrestricted: string;
}
