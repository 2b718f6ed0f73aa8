import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { z } from "zod";
import type { Neo4jAddress } from "../store/neo4j/Neo4jAddress.js";
import { passwordOfText } from "../store/neo4j/passwordOfText.js";

/** The validated configuration from the environment. */
export interface Config {
  /** TCP port; 0 lets the operating system choose. */
  readonly port: number;
  readonly host: string;
  /** Dataset folders, in the order given. */
  readonly dataset: readonly string[];
  /** Null means the embedded store. */
  readonly neo4j: Neo4jAddress | null;
  /** Origins whose pages may call the API; `*` allows all, which is safe because the service uses no cookies. */
  readonly corsOrigins: readonly string[];
  /** Host names that requests may use; null allows all. See `isAllowedHost`. */
  readonly allowedHosts: readonly string[] | null;
  /** Whether a browser that opens `/graphql` gets Apollo Sandbox. */
  readonly sandbox: boolean;
  /** Whether GraphiQL is served at `/graphiql`. */
  readonly graphiql: boolean;
  /** Whether operations may query the schema. */
  readonly introspection: boolean;
  /** Separate TCP port for health and metrics; 0 lets the operating system choose, null serves them on the port of the API. */
  readonly opsPort: number | null;
  /** Requests per minute that one client address may send; null means no limit. */
  readonly rateLimit: number | null;
  /** Proxies, by address or network, whose `X-Forwarded-For` header is trusted. */
  readonly trustedProxies: readonly string[];
  /** Seconds after SIGTERM for which the service still accepts requests while it reports that it is not ready. */
  readonly drainSeconds: number;
  /** Seconds between checks of Neo4j for a new revision. */
  readonly pollSeconds: number;
  /** Size limit of the response cache in bytes; 0 disables it. */
  readonly responseCacheBytes: number;
  /** Whether frequently used operations are compiled. */
  readonly compile: boolean;
  /** Folder of the operations that clients may request by hash; null if none are listed. */
  readonly operations: string | null;
  /** Whether the service refuses every operation that is not listed. */
  readonly operationsOnly: boolean;
  /** Seconds for which browsers and shared caches may reuse the answer to a GET without revalidating it. */
  readonly maxAge: number;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const NEO4J_SCHEMES = ["bolt:", "bolt+s:", "bolt+ssc:", "neo4j:", "neo4j+s:", "neo4j+ssc:"];

/** Host names of a service that only this machine can reach. */
const LOOPBACK_NAMES = ["localhost"];

const port = z
  .string()
  .refine(
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
    "is not a port; give a whole number from 0 to 65535",
  )
  .transform(Number);

const onOff = z
  .enum(["on", "off"], { error: "must be on or off" })
  .default("on")
  .transform((text) => text === "on");

const Environment = z.object({
  PORT: port.default(4000),
  HOST: z.string().default("127.0.0.1"),
  DATASET: z
    .string()
    .default("seed")
    .transform((text) => text.split(",").map((folder) => folder.trim()))
    .refine(
      (folders) => folders.every((folder) => folder !== ""),
      "contains an empty folder name; give folders separated by single commas",
    ),
  NEO4J_URI: z
    .string()
    .refine(
      (text) => URL.canParse(text) && NEO4J_SCHEMES.includes(new URL(text).protocol) && new URL(text).hostname !== "",
      "is not a Neo4j address; give for instance bolt://127.0.0.1:7687 or neo4j://db.example.org",
    )
    .refine(
      (text) => !URL.canParse(text) || (new URL(text).username === "" && new URL(text).password === ""),
      "contains a user name or a password; give them as NEO4J_USERNAME and NEO4J_PASSWORD",
    )
    .optional(),
  NEO4J_USERNAME: z.string().default("neo4j"),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_PASSWORD_FILE: z.string().optional(),
  NEO4J_DATABASE: z.string().optional(),
  CORS_ORIGINS: z
    .string()
    .default("*")
    .transform((text) => text.split(",").map((origin) => origin.trim()))
    .refine(
      (origins) =>
        origins.every((origin) => origin === "*" || (URL.canParse(origin) && new URL(origin).origin === origin)),
      "contains an invalid origin; give * or origins such as https://app.example.org, separated by commas",
    ),
  ALLOWED_HOSTS: z
    .string()
    .transform((text) => text.split(",").map((name) => name.trim().toLowerCase()))
    .refine(
      (names) => names.every((name) => name === "*" || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name)),
      "contains an invalid host name; give * or names such as api.example.org, separated by commas, without ports",
    )
    .optional(),
  SANDBOX: onOff,
  GRAPHIQL: onOff,
  INTROSPECTION: onOff,
  OPS_PORT: port.optional(),
  RATE_LIMIT: z
    .string()
    .refine(
      (text) => /^[1-9]\d{0,6}$/.test(text),
      "is not a number of requests a minute; give a whole number, 1 or more",
    )
    .transform(Number)
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(",").map((proxy) => proxy.trim()))
    .refine(
      (proxies) => proxies.every(isNetwork),
      "contains an invalid address; give addresses or networks such as 10.0.0.0/8, separated by commas",
    )
    .optional(),
  DRAIN_SECONDS: z
    .string()
    .default("0")
    .refine((text) => /^\d+(\.\d+)?$/.test(text) && Number(text) <= 300, "is not a number of seconds from 0 to 300")
    .transform(Number),
  NEO4J_POLL_SECONDS: z
    .string()
    .default("2")
    .refine(
      (text) => /^\d+(\.\d+)?$/.test(text) && Number(text) >= 0.1 && Number(text) <= 30,
      "is not a number of seconds from 0.1 to 30",
    )
    .transform(Number),
  RESPONSE_CACHE_MB: z
    .string()
    .default("64")
    .refine(
      (text) => /^\d{1,5}$/.test(text),
      "is not a size; give a whole number of megabytes, or 0 to disable the cache",
    )
    .transform(Number),
  COMPILE: onOff,
  OPERATIONS: z.string().optional(),
  OPERATIONS_ONLY: z
    .enum(["true", "false"], { error: "must be true or false" })
    .default("false")
    .transform((text) => text === "true"),
  CACHE_MAX_AGE: z
    .string()
    .default("0")
    .refine(
      (text) => /^\d{1,8}$/.test(text),
      "is not a number of seconds; give a whole number, or 0 to revalidate on every use",
    )
    .transform(Number),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `is not a log level; give one of ${LOG_LEVELS.join(", ")}` }).default("warn"),
});

/** The environment is invalid; the message names every mistake, one per line. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Reads the configuration from environment variables, and the password from its file. An empty variable counts as unset.
 * @throws ConfigError with every invalid variable, its value (except passwords) and what to set instead
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = Environment.safeParse(set);
  const mistakes = parsed.success
    ? []
    : parsed.error.issues.map(
        ({ path, message }) => `${shown(String(path[0]), set[String(path[0])] ?? "")} ${message}.`,
      );
  const password = passwordOf(set, mistakes);
  if (set.OPERATIONS_ONLY === "true" && set.OPERATIONS === undefined) {
    mistakes.push("OPERATIONS is not set; OPERATIONS_ONLY=true needs it.");
  }
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes.join("\n"));
  const {
    PORT,
    HOST,
    DATASET,
    NEO4J_URI,
    NEO4J_USERNAME,
    NEO4J_PASSWORD_FILE,
    NEO4J_DATABASE,
    CORS_ORIGINS,
    ALLOWED_HOSTS,
    SANDBOX,
    GRAPHIQL,
    INTROSPECTION,
    OPS_PORT,
    RATE_LIMIT,
    TRUSTED_PROXIES,
    DRAIN_SECONDS,
    NEO4J_POLL_SECONDS,
    RESPONSE_CACHE_MB,
    COMPILE,
    OPERATIONS,
    OPERATIONS_ONLY,
    CACHE_MAX_AGE,
    LOG_LEVEL,
  } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataset: DATASET,
    neo4j:
      NEO4J_URI === undefined || password === null
        ? null
        : {
            uri: NEO4J_URI,
            username: NEO4J_USERNAME,
            password,
            ...(NEO4J_PASSWORD_FILE === undefined ? {} : { passwordFile: NEO4J_PASSWORD_FILE }),
            database: NEO4J_DATABASE ?? null,
          },
    corsOrigins: CORS_ORIGINS,
    allowedHosts: allowedHosts(ALLOWED_HOSTS, HOST, CORS_ORIGINS),
    sandbox: SANDBOX,
    graphiql: GRAPHIQL,
    introspection: INTROSPECTION,
    opsPort: OPS_PORT ?? null,
    rateLimit: RATE_LIMIT ?? null,
    trustedProxies: TRUSTED_PROXIES ?? [],
    drainSeconds: DRAIN_SECONDS,
    pollSeconds: NEO4J_POLL_SECONDS,
    responseCacheBytes: RESPONSE_CACHE_MB * 2 ** 20,
    compile: COMPILE,
    operations: OPERATIONS ?? null,
    operationsOnly: OPERATIONS_ONLY,
    maxAge: CACHE_MAX_AGE,
    logLevel: LOG_LEVEL,
  };
}

/** The Neo4j password, from the variable or the file; null if there is none, which is a mistake if NEO4J_URI is set. */
function passwordOf(set: Readonly<Record<string, string | undefined>>, mistakes: string[]): string | null {
  const { NEO4J_URI: uri, NEO4J_PASSWORD: given, NEO4J_PASSWORD_FILE: file } = set;
  if (given !== undefined && file !== undefined) {
    mistakes.push("NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set; give one of them.");
  }
  if (file !== undefined) {
    try {
      const password = passwordOfText(readFileSync(file, "utf8"));
      if (password === "") mistakes.push(`NEO4J_PASSWORD_FILE=${file} is empty.`);
      return password;
    } catch (error) {
      mistakes.push(`NEO4J_PASSWORD_FILE=${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
      return null;
    }
  }
  if (uri !== undefined && given === undefined) {
    mistakes.push("NEO4J_PASSWORD is not set; NEO4J_URI needs it, or NEO4J_PASSWORD_FILE.");
  }
  return given ?? null;
}

/**
 * The host names that requests may use. If ALLOWED_HOSTS does not list them, a service on a loopback address or with restricted origins
 * accepts only the names of this machine; any other service accepts all names.
 */
function allowedHosts(given: readonly string[] | undefined, host: string, origins: readonly string[]) {
  if (given !== undefined) return given.includes("*") ? null : given;
  const isLoopback = host === "localhost" || host === "::1" || host.startsWith("127.");
  return isLoopback || !origins.includes("*") ? LOOPBACK_NAMES : null;
}

/** Whether a text is an IP address, with or without a prefix length. */
function isNetwork(text: string): boolean {
  const [address = "", length, ...rest] = text.split("/");
  const bits = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 &&
    rest.length === 0 &&
    (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits))
  );
}

/** A variable for a message. Omits everything before an `@`, because a URL may contain a password there, even if it is invalid. */
function shown(name: string, value: string): string {
  return `${name}=${value.replace(/([a-z\d+]+:\/\/)?[^,=]*@/g, "$1…@")}`;
}
