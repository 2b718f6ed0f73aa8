import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { DevelopmentNeo4j } from "../../../dev/neo4j/DevelopmentNeo4j.js";
import { freePort } from "../../../dev/neo4j/freePort.js";
import { startWithJava } from "../../../dev/neo4j/startWithJava.js";
import { storedRevision } from "../../../src/store/neo4j/dataModel.js";
import { loadDataset } from "../../../src/store/neo4j/loading/loadDataset.js";
import type { Neo4jAddress } from "../../../src/store/neo4j/Neo4jAddress.js";
import { Neo4jStore } from "../../../src/store/neo4j/Neo4jStore.js";
import { eventually } from "../../eventually.js";
import { generatedGraph } from "./generatedGraph.js";
import { cypher, describeWithNeo4j, describeWithOwnServer, erase, ownVersion, sharedAddress } from "./neo4jForTests.js";

jest.setTimeout(300_000);
jest.retryTimes(1); // The machine may stall once, and the tests have real time limits.

const first = generatedGraph(5, { roles: 60, skills: 30, transitionsPerRole: 3, skillsPerRole: 4 });

/** Milliseconds within which a request must have its answer or an error. */
const ANSWER_WITHIN = 3000;

/** Milliseconds within which a store answers again once its server does. */
const RECOVER_WITHIN = 5000;

describeWithNeo4j("a Neo4j that cannot answer", () => {
  test.each([
    ["a wrong password", { password: "wrong" }, "WRONG_CREDENTIALS", /refuses the password of neo4j/],
    ["a wrong database", { database: "nowhere" }, "WRONG_DATABASE", /has no database "nowhere"/],
    ["no server", { uri: "bolt://127.0.0.1:1" }, "UNREACHABLE", /does not answer at bolt:\/\/127.0.0.1:1/],
    ["an empty database", {}, "EMPTY_DATABASE", /contains no career graph: load a dataset with `career-graph load`/],
  ] as const)("is reported: %s", async (_, change, reason, message) => {
    await erase(sharedAddress());
    const store = new Neo4jStore({ ...sharedAddress(), ...change });
    const start = Date.now();
    await expect(store.activeRevision()).rejects.toMatchObject({ reason, message: expect.stringMatching(message) });
    expect(Date.now() - start).toBeLessThan(ANSWER_WITHIN);
    await store.close();
  });
});

describeWithOwnServer("a Neo4j that becomes unavailable and comes back", () => {
  let dataDir: string;
  let port: number;
  let server: DevelopmentNeo4j;
  let address: Neo4jAddress;
  let store: Neo4jStore;

  const start = async (): Promise<DevelopmentNeo4j> =>
    startWithJava({ version: ownVersion, cacheDir: ".neo4j", dataDir, port });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "failing-neo4j-"));
    port = await freePort();
    server = await start();
    address = { ...server, database: null };
    await loadDataset(first, address);
    store = new Neo4jStore(address);
  }, 120_000);
  afterAll(async () => {
    await store?.close();
    if (server !== undefined) await kill(server);
    await rm(dataDir, { recursive: true, force: true });
  }, 60_000);

  test("frozen: all of many reads end within 3 s, nothing accumulates, and reads are answered within 5 s of its return", async () => {
    await store.activeRevision();
    process.kill(server.pid!, "SIGSTOP");
    try {
      for (let round = 0; round < 2; round++) {
        const begin = Date.now();
        const reads = Array.from({ length: 300 }, () => store.reader(first.revision).dataset());
        const outcomes = await Promise.allSettled(reads);
        expect(Date.now() - begin).toBeLessThan(ANSWER_WITHIN);
        for (const outcome of outcomes) {
          expect(outcome).toMatchObject({ status: "rejected", reason: { name: "StoreUnavailableError" } });
        }
      }
    } finally {
      process.kill(server.pid!, "SIGCONT");
    }
    await answersWithin(RECOVER_WITHIN);
    // Requests made while it was frozen have left no connection in use.
    const reads = Array.from({ length: 300 }, () => store.reader(first.revision).dataset());
    expect((await Promise.all(reads)).every(({ revision }) => revision === first.revision)).toBe(true);
  });

  test("killed: reads end within 3 s, and are answered within 5 s of its return", async () => {
    await kill(server);
    const begin = Date.now();
    await expect(store.activeRevision()).rejects.toMatchObject({ name: "StoreUnavailableError" });
    expect(Date.now() - begin).toBeLessThan(ANSWER_WITHIN);
    server = await start();
    await answersWithin(RECOVER_WITHIN);
  });

  test("killed three times during a load: readers see one complete revision, and the next load succeeds", async () => {
    // A server that has just started plans and reads slowly; this test checks what it contains, not how fast it answers.
    const patient = new Neo4jStore(address, { deadline: 20_000 });
    for (const [round, delay] of [150, 500, 1000].entries()) {
      const next = generatedGraph(6, { roles: 900, skills: 60, transitionsPerRole: 8, skillsPerRole: 9 }, 2 + round);
      const before = await patient.activeRevision();
      const dying = loadDataset(next, address).then(
        () => null,
        (error: unknown) => error,
      );
      await sleep(delay);
      await kill(server);
      server = await start();
      const error = await dying;
      await answersWithin(RECOVER_WITHIN);
      const after = await patient.activeRevision();
      expect(after).toBe(error === null ? next.revision : before);
      const roles = await patient.reader(after).every("role");
      expect(new Set(roles.map(({ label }) => label.split(", ")[1])).size).toBe(1);
      await loadDataset(next, address);
      expect(await patient.activeRevision()).toBe(next.revision);
      const [held] = await cypher(address, "MATCH (role:Role {revision: $revision}) RETURN count(role) AS roles", {
        revision: storedRevision(next.revision),
      });
      expect(held).toEqual({ roles: 900 });
    }
    await patient.close();
  });

  async function answersWithin(milliseconds: number): Promise<void> {
    await eventually(async () => expect(await store.activeRevision()).toEqual(expect.any(String)), {
      timeout: milliseconds,
    });
  }

  async function kill(running: DevelopmentNeo4j): Promise<void> {
    try {
      process.kill(running.pid!, "SIGKILL");
    } catch {
      return;
    }
    await running.stop(); // Waits until the process has ended.
  }
});
