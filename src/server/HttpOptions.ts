import type { KnownOperations } from "./KnownOperations.js";

/** How the HTTP service behaves, as its operator configures it. */
export interface HttpOptions {
  /** Operations that clients may request by hash; null if none are listed. */
  readonly operations: KnownOperations | null;
  /** Whether the service refuses every operation that is not listed. */
  readonly operationsOnly: boolean;
  /** Size limit of the response cache in bytes; 0 disables the cache. */
  readonly cacheBytes: number;
  /** Seconds for which browsers and shared caches may reuse the answer to a GET without revalidating it. */
  readonly maxAge: number;
  /** Origins whose pages may call the API; `*` allows all, which is safe because the service uses no cookies. */
  readonly corsOrigins: readonly string[];
  /** Host names that requests may use, see `isAllowedHost`; null allows all. */
  readonly allowedHosts: readonly string[] | null;
  /** Whether a browser that opens `/graphql` gets Apollo Sandbox. */
  readonly sandbox: boolean;
  /** Whether GraphiQL is served at `/graphiql`. */
  readonly graphiql: boolean;
  /** Whether operations may query the schema. */
  readonly introspection: boolean;
  /** Whether frequently used operations are compiled. */
  readonly compile: boolean;
  /** Requests per minute that one client address may send; null means no limit. */
  readonly rateLimit: number | null;
  /** Proxies, by address or network, whose `X-Forwarded-For` header is trusted. */
  readonly trustedProxies: readonly string[];
  /** Whether another server serves health and metrics, see `HttpServer.addOpsRoutes`. */
  readonly opsApart: boolean;
}
