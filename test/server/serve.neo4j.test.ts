import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { freePort } from "../../dev/neo4j/freePort.js";
import { startWithJava } from "../../dev/neo4j/startWithJava.js";
import { type Config, readConfig } from "../../src/server/Config.js";
import { HTTP_LIMITS } from "../../src/server/HTTP_LIMITS.js";
import { serve, type Service } from "../../src/server/serve.js";
import { loadDataset } from "../../src/store/neo4j/loading/loadDataset.js";
import type { Neo4jAddress } from "../../src/store/neo4j/Neo4jAddress.js";
import { eventually } from "../eventually.js";
import { operation } from "../graphql/seedService.js";
import { generatedGraph } from "../store/neo4j/generatedGraph.js";
import {
  describeWithNeo4j,
  describeWithOwnServer,
  erase,
  ownVersion,
  sharedAddress,
} from "../store/neo4j/neo4jForTests.js";

jest.setTimeout(300_000);
jest.retryTimes(1); // The machine may stall once, and the tests have real time limits.

const dataset = generatedGraph(21, { roles: 80, skills: 20, transitionsPerRole: 5, skillsPerRole: 4 });

/** Milliseconds within which a service reads a server and has its statements planned, even if the server has just started. */
const PREPARED_WITHIN = 120_000;

interface Answer {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

describeWithNeo4j("a service over Neo4j", () => {
  let service: Service | null = null;

  beforeEach(() => erase(sharedAddress()));
  afterEach(async () => {
    await service?.close();
    service = null;
    await erase(sharedAddress());
  });

  test("starts over an empty database, is not ready, and becomes ready when a dataset is loaded", async () => {
    service = await serve(configOf(sharedAddress()));
    expect(await health(service.url, "ready")).toBe(503);
    expect(await health(service.url, "live")).toBe(200);
    expect((await askPath(service.url)).errors?.[0]?.extensions.code).toBe("STORE_UNAVAILABLE");
    await loadDataset(dataset, sharedAddress());
    const { url } = service;
    await eventually(async () => expect(await health(url, "ready")).toBe(200), { timeout: PREPARED_WITHIN });
    expect((await askPath(service.url)).errors).toBeUndefined();
  });

  test("looks for the active revision at once when the one that it holds has been dropped", async () => {
    await loadDataset(dataset, sharedAddress());
    service = await serve({ ...configOf(sharedAddress()), pollSeconds: 30 });
    const { url } = service;
    const next = generatedGraph(21, { roles: 80, skills: 20, transitionsPerRole: 5, skillsPerRole: 4 }, 2);
    const another = generatedGraph(22, { roles: 10, skills: 5, transitionsPerRole: 2, skillsPerRole: 1 });
    for (const each of [another, next]) await loadDataset(each, sharedAddress(), { grace: 0 });
    const asked = Date.now();
    expect((await askNode(url, "role:r00007")).errors?.[0]?.extensions.code).toBe("STORE_UNAVAILABLE");
    const edition2 = { data: { node: { id: "role:r00007", title: "Role 00007, edition 2", summary: null } } };
    await eventually(async () => expect(await askNode(url, "role:r00007")).toEqual(edition2), { timeout: 5000 });
    expect(Date.now() - asked).toBeLessThan(10_000);
  });
});

describeWithOwnServer("a service whose Neo4j starts late and freezes", () => {
  test("starts without Neo4j, is ready after Neo4j has started, answers its first requests, reports an unavailable store within 3 s while Neo4j is frozen, and recovers", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "late-neo4j-"));
    const port = await freePort();
    const start = () => startWithJava({ version: ownVersion, cacheDir: ".neo4j", dataDir, port });
    let server = await start();
    let service: Service | null = null;
    try {
      const address = { ...server, database: null };
      await loadDataset(dataset, address);
      await server.stop();

      service = await serve(configOf(address));
      const { url } = service;
      expect(await health(url, "ready")).toBe(503);
      expect(await health(url, "live")).toBe(200);
      expect((await askPath(url)).errors?.[0]?.extensions.code).toBe("STORE_UNAVAILABLE");

      server = await start();
      await eventually(async () => expect(await health(url, "ready")).toBe(200), { timeout: PREPARED_WITHIN });
      // The operation with the most statements, and one with the most at the same time.
      expect((await post(url, operation("role"), { ref: "role:r00003" })).errors).toBeUndefined();
      expect((await post(url, operation("market"), {})).errors).toBeUndefined();

      process.kill(server.pid!, "SIGSTOP");
      const begin = Date.now();
      // Neighborhoods are always read from Neo4j, never from memory.
      const around = "query ($id: ID!) { neighborhood(id: $id) { nodes { id } } }";
      const frozen = await Promise.all(
        // As many as the service runs at once.
        Array.from({ length: HTTP_LIMITS.computing }, (_, index) =>
          post(url, around, { id: `role:r000${10 + index}` }),
        ),
      );
      expect(Date.now() - begin).toBeLessThan(3000);
      expect([...new Set(frozen.map(({ errors }) => errors?.[0]?.extensions.code))]).toEqual(["STORE_UNAVAILABLE"]);
      expect(await health(url, "live")).toBe(200);
      // Memory still answers, so a load balancer should continue to use this instance.
      const degraded = await fetch(new URL("/health/ready", url));
      expect(degraded.status).toBe(200);
      expect(await degraded.json()).toMatchObject({ status: "degraded", reason: "STORE_UNAVAILABLE" });
      const metrics = await (await fetch(new URL("/metrics", url))).text();
      expect(metrics).toContain("career_graph_degraded 1");
      expect(metrics).toMatch(/career_graph_store_statement_seconds_count\{outcome="OK"\} \d/);
      expect(metrics).toMatch(/career_graph_store_statement_seconds_count\{outcome="(TOO_SLOW|UNREACHABLE)"\} \d/);
      expect(metrics).toMatch(/career_graph_store_look_age_seconds \d/);
      expect(metrics).toMatch(/career_graph_revision_age_seconds \d/);
      // At once, because Neo4j is known to be unavailable.
      const asked = Date.now();
      expect(await askPath(url)).toMatchObject({ data: { shortestPath: { steps: expect.any(Array) } } });
      expect((await askPath(url)).errors).toBeUndefined();
      expect(Date.now() - asked).toBeLessThan(1000);
      process.kill(server.pid!, "SIGCONT");
      await eventually(async () => expect((await askNode(url, "role:r00010")).errors).toBeUndefined(), {
        timeout: 5000,
      });
      await eventually(async () => expect(await statusOf(url)).toBe("ok"), { timeout: 5000 });
    } finally {
      await service?.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

function configOf(neo4j: Neo4jAddress): Config {
  const config = readConfig({ PORT: "0", LOG_LEVEL: "silent" });
  return { ...config, neo4j, port: 0, pollSeconds: 0.2, responseCacheBytes: 0 };
}

function askPath(url: string): Promise<Answer> {
  const query = `{ shortestPath(from: "role:r00003", to: "role:r00041") { steps { to { title } } } }`;
  return post(url, query, {});
}

function askNode(url: string, id: string): Promise<Answer> {
  return post(url, "query ($id: ID!) { node(id: $id) { id ... on Role { title summary } } }", { id });
}

async function post(url: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  return (await response.json()) as Answer;
}

async function statusOf(url: string): Promise<string> {
  return ((await (await fetch(new URL("/health/ready", url))).json()) as { status: string }).status;
}

async function health(url: string, which: "live" | "ready"): Promise<number> {
  return (await fetch(new URL(`/health/${which}`, url))).status;
}
