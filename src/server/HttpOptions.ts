import type { Config } from "./Config.js";
import type { KnownOperations } from "./KnownOperations.js";

/** How the HTTP service behaves, as its operator configures it. */
export interface HttpOptions extends Pick<
  Config,
  | "operationsOnly"
  | "maxAge"
  | "corsOrigins"
  | "allowedHosts"
  | "sandbox"
  | "graphiql"
  | "introspection"
  | "compile"
  | "rateLimit"
  | "trustedProxies"
> {
  /** Operations that clients may request by hash; null if none are listed. */
  readonly operations: KnownOperations | null;
  /** Size limit of the response cache in bytes; 0 disables the cache. */
  readonly cacheBytes: number;
  /** Whether another server serves health and metrics, see `HttpServer.addOpsRoutes`. */
  readonly opsApart: boolean;
}
