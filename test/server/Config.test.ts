import { describe, expect, test } from "@jest/globals";
import { ConfigError, readConfig } from "../../src/server/Config.js";

describe("The configuration", () => {
  test("of an empty environment has the embedded store on the loopback address", () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: "127.0.0.1",
      dataset: ["seed"],
      neo4j: null,
      corsOrigins: ["*"],
      allowedHosts: ["localhost"],
      sandbox: true,
      graphiql: true,
      introspection: true,
      opsPort: null,
      rateLimit: null,
      trustedProxies: [],
      drainSeconds: 0,
      pollSeconds: 2,
      responseCacheBytes: 64 * 2 ** 20,
      compile: true,
      maxAge: 0,
      operations: null,
      operationsOnly: false,
      logLevel: "warn",
    });
  });

  test("reads all values from the environment, and treats an empty variable as unset", () => {
    expect(
      readConfig({
        PORT: "0",
        HOST: "",
        DATASET: "seed, more",
        NEO4J_URI: "neo4j://db.example.org:7687",
        NEO4J_PASSWORD: "secret",
        NEO4J_DATABASE: "careers",
        CORS_ORIGINS: "https://app.example.org, http://localhost:5173",
        ALLOWED_HOSTS: "API.example.org, localhost",
        SANDBOX: "off",
        INTROSPECTION: "on",
        OPS_PORT: "9400",
        RATE_LIMIT: "600",
        TRUSTED_PROXIES: "10.0.0.0/8, ::1",
        DRAIN_SECONDS: "2.5",
        NEO4J_POLL_SECONDS: "0.5",
        RESPONSE_CACHE_MB: "0",
        COMPILE: "off",
        CACHE_MAX_AGE: "600",
        OPERATIONS: "pages",
        OPERATIONS_ONLY: "true",
        LOG_LEVEL: "debug",
      }),
    ).toEqual({
      port: 0,
      host: "127.0.0.1",
      dataset: ["seed", "more"],
      neo4j: { uri: "neo4j://db.example.org:7687", username: "neo4j", password: "secret", database: "careers" },
      corsOrigins: ["https://app.example.org", "http://localhost:5173"],
      allowedHosts: ["api.example.org", "localhost"],
      sandbox: false,
      graphiql: true,
      introspection: true,
      opsPort: 9400,
      rateLimit: 600,
      trustedProxies: ["10.0.0.0/8", "::1"],
      drainSeconds: 2.5,
      pollSeconds: 0.5,
      responseCacheBytes: 0,
      compile: false,
      maxAge: 600,
      operations: "pages",
      operationsOnly: true,
      logLevel: "debug",
    });
  });

  test.each([
    [{ PORT: "http" }, /^PORT=http is not a port/],
    [{ PORT: "65536" }, /^PORT=65536 is not a port/],
    [{ PORT: "-1" }, /^PORT=-1 /],
    [{ DATASET: "seed,,more" }, /^DATASET=seed,,more contains an empty folder name/],
    [{ NEO4J_URI: "http://localhost", NEO4J_PASSWORD: "x" }, /^NEO4J_URI=http:\/\/localhost is not a Neo4j address/],
    [{ NEO4J_URI: "bolt://localhost" }, /^NEO4J_PASSWORD is not set/],
    [{ NEO4J_PASSWORD: "x", NEO4J_PASSWORD_FILE: "package.json" }, /^NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both/],
    [{ NEO4J_URI: "bolt://localhost", NEO4J_PASSWORD_FILE: "no/such" }, /^NEO4J_PASSWORD_FILE=no\/such cannot be read/],
    [{ NEO4J_POLL_SECONDS: "soon" }, /^NEO4J_POLL_SECONDS=soon is not a number of seconds/],
    [{ CORS_ORIGINS: "app.example.org" }, /^CORS_ORIGINS=app.example.org contains an invalid origin/],
    [{ RESPONSE_CACHE_MB: "-1" }, /^RESPONSE_CACHE_MB=-1 is not a size/],
    [
      { NEO4J_URI: "bolt://neo4j:hush@db.example.org", NEO4J_PASSWORD: "x" },
      /^NEO4J_URI=bolt:\/\/…@db.example.org contains a user name/,
    ],
    [{ NEO4J_URI: "neo4j:neo4j:hush@db", NEO4J_PASSWORD: "x" }, /^NEO4J_URI=…@db is not a Neo4j address/],
    [{ NEO4J_URI: "neo4j://neo4j:hu/sh@db:7687", NEO4J_PASSWORD: "x" }, /^NEO4J_URI=neo4j:\/\/…@db:7687 /],
    [{ ALLOWED_HOSTS: "api.example.org:443" }, /^ALLOWED_HOSTS=api.example.org:443 contains an invalid host name/],
    [{ SANDBOX: "no" }, /^SANDBOX=no must be on or off/],
    [{ OPS_PORT: "x" }, /^OPS_PORT=x is not a port/],
    [{ RATE_LIMIT: "0" }, /^RATE_LIMIT=0 is not a number of requests/],
    [{ TRUSTED_PROXIES: "gateway" }, /^TRUSTED_PROXIES=gateway contains an invalid address/],
    [{ TRUSTED_PROXIES: "10.0.0.0/33" }, /^TRUSTED_PROXIES=10.0.0.0\/33 contains an invalid address/],
    [{ DRAIN_SECONDS: "301" }, /^DRAIN_SECONDS=301 is not a number of seconds/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL=loud is not a log level/],
  ])("refuses %o and names the variable", (environment, message) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(message);
  });

  test("reports all mistakes together, and never shows a password", () => {
    const mistakes = (): unknown => readConfig({ PORT: "x", LOG_LEVEL: "y", NEO4J_URI: "z", NEO4J_PASSWORD: "hush" });
    expect(mistakes).toThrow(/PORT[^]*NEO4J_URI[^]*LOG_LEVEL/);
    expect(mistakes).not.toThrow(/hush/);
  });
});
