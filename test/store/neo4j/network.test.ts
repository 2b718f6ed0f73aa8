import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { EmbeddedStore } from "../../../src/store/embedded/EmbeddedStore.js";
import { loadDataset } from "../../../src/store/neo4j/loading/loadDataset.js";
import { Neo4jStore } from "../../../src/store/neo4j/Neo4jStore.js";
import { StatementRunner } from "../../../src/store/neo4j/StatementRunner.js";
import { StoreBusyError } from "../../../src/store/StoreBusyError.js";
import { eventually } from "../../eventually.js";
import { FaultyNetwork } from "./FaultyNetwork.js";
import { generatedGraph } from "./generatedGraph.js";
import { describeWithNeo4j, erase, sharedAddress } from "./neo4jForTests.js";

jest.retryTimes(1); // The machine may stall once, and the tests have real time limits.

const dataset = generatedGraph(31, { roles: 200, skills: 40, transitionsPerRole: 6, skillsPerRole: 8 });

/** Milliseconds within which a read has its answer or an error. */
const ANSWER_WITHIN = 3000;
/** Milliseconds within which reads are answered again once the network works. */
const RECOVER_WITHIN = 2000;
const CONNECTIONS = 6;

/** Network faults between the service and Neo4j: reads get a right answer or an error, and soon answers again. */
describeWithNeo4j("a network that fails", () => {
  let network: FaultyNetwork;
  let store: Neo4jStore;
  const embedded = new EmbeddedStore(dataset, new Date());

  beforeAll(async () => {
    await erase(sharedAddress());
    await loadDataset(dataset, sharedAddress());
  });
  beforeEach(async () => {
    network = await FaultyNetwork.before(sharedAddress().uri);
    store = new Neo4jStore({ ...sharedAddress(), uri: network.uri });
    // As many connections as concurrent reads, all idle afterwards.
    expect(await readAtOnce()).toEqual({ answered: CONNECTIONS, failed: 0 });
    expect(network.open).toBe(CONNECTIONS);
  });
  afterEach(async () => {
    await store.close();
    await network.close();
  });
  afterAll(() => erase(sharedAddress()));

  test("cut: reads fail at once, and are answered again when the network works", async () => {
    network.cut();
    expect(await readAtOnce()).toEqual({ answered: 0, failed: CONNECTIONS });
    network.mend();
    await recovers();
  });

  test("delayed by 200 ms: every read is answered; by 2 s: none is, but all end within 3 s", async () => {
    network.delay(200);
    expect(await readAtOnce()).toEqual({ answered: CONNECTIONS, failed: 0 });
    network.delay(2000);
    expect(await readAtOnce()).toEqual({ answered: 0, failed: CONNECTIONS });
    network.mend();
    await recovers();
  });

  test.each(["dropSilently", "halfOpen"] as const)(
    "idle connections lost silently (%s): no read fails, because each is retried on a new one",
    async (fault) => {
      network[fault]();
      expect(await readAtOnce()).toEqual({ answered: CONNECTIONS, failed: 0 });
      expect(await readAtOnce()).toEqual({ answered: CONNECTIONS, failed: 0 });
    },
  );

  describe("a statement that is unanswered while others are answered", () => {
    let sent: string[];
    let runner: StatementRunner;
    /** Asks something else every 50 ms until a promise settles. */
    const besides = async (asked: Promise<unknown>): Promise<void> => {
      let waits = true;
      const ended = asked.catch(() => {}).finally(() => (waits = false));
      while (waits) {
        expect(await runner.rows("RETURN 1 AS one")).toEqual([{ one: 1 }]);
        await sleep(50);
      }
      await ended;
    };

    beforeEach(async () => {
      await store.close();
      sent = [];
      runner = new StatementRunner(
        { ...sharedAddress(), uri: network.uri },
        { onStatement: (text) => void sent.push(text) },
      );
      expect(await runner.rows("RETURN 1 AS one")).toEqual([{ one: 1 }]);
      expect(network.open).toBe(1);
    });
    afterEach(() => runner.close());

    test.each(["dropOneSilently", "halfOpenOne"] as const)(
      "because its connection was lost without a word (%s), is answered on a new one within 2 s",
      async (fault) => {
        network[fault]();
        const begun = performance.now();
        const asked = runner.rows("RETURN 2 AS two");
        await besides(asked);
        expect(await asked).toEqual([{ two: 2 }]);
        expect(performance.now() - begun).toBeLessThan(RECOVER_WITHIN + 500);
        expect(sent.filter((text) => text === "RETURN 2 AS two")).toHaveLength(2);
        expect(runner.activity.replaced).toBe(1);
      },
    );

    test("because the server is still running it, is not run again, and the connections are kept", async () => {
      network.halfOpenOne();
      // Longer than any deadline; the server ends it at the deadline.
      const long =
        "UNWIND range(1, 10000000000) AS number WITH number WHERE number % 7 = 3 RETURN count(number) AS count";
      const asked = runner.rows(long);
      await besides(asked);
      await expect(asked).rejects.toBeInstanceOf(StoreBusyError);
      expect(sent.filter((text) => text === long)).toHaveLength(1);
      expect(runner.activity.replaced).toBe(0);
    });
  });

  describe("a stream", () => {
    let runner: StatementRunner;
    beforeEach(async () => {
      runner = new StatementRunner({ ...sharedAddress(), uri: network.uri }, { patience: 500 });
      expect(await runner.rows("RETURN 1 AS one")).toEqual([{ one: 1 }]);
    });
    afterEach(() => runner.close());

    test("on a connection that was lost silently is retried on a new one", async () => {
      network.halfOpen();
      const batches = [];
      for await (const batch of runner.stream("RETURN 2 AS two")) batches.push(batch);
      expect(batches).toEqual([[{ two: 2 }]]);
      expect(runner.activity.replaced).toBe(1);
    });

    test("whose connection is lost silently after some rows fails, and the connection is replaced", async () => {
      const read = async (): Promise<void> => {
        for await (const _ of runner.stream("UNWIND range(1, 100) AS number RETURN number", {}, 10)) network.halfOpen();
      };
      await expect(read()).rejects.toMatchObject({ reason: "TOO_SLOW" });
      expect(runner.activity.replaced).toBe(1);
    });
  });

  test("idle connections are checked before they are used", async () => {
    await sleep(5100);
    network.dropSilently();
    const before = network.made;
    for (let i = 0; i < CONNECTIONS; i++) expect(await readAtOnce(1)).toEqual({ answered: 1, failed: 0 });
    // All were replaced at once; otherwise, a read that met a dead one would follow the other.
    expect(network.made - before).toBeLessThan(CONNECTIONS);
  });

  test.each([0, 1, 100])("reset after %i bytes of an answer: no read fails or is incomplete", async (bytes) => {
    network.resetInMidAnswer(bytes);
    expect(await readAtOnce()).toEqual({ answered: CONNECTIONS, failed: 0 });
  });

  test.each([
    ["10 kB", 10_000, 0],
    ["2 kB", 2_000, 1],
  ])("slow, at %s a second: answers are complete, late ones are errors, and both soon end", async (_, bytes, fail) => {
    network.throttle(bytes);
    // A neighborhood takes several statements, each with a deadline of its own.
    const { answered, failed } = await readAtOnce(CONNECTIONS, 3 * ANSWER_WITHIN);
    expect(answered + failed).toBe(CONNECTIONS);
    expect(failed).toBeGreaterThanOrEqual(fail);
    network.mend();
    await recovers();
  });

  async function recovers(): Promise<void> {
    const begun = performance.now();
    await eventually(async () => expect(await readAtOnce()).toEqual({ answered: CONNECTIONS, failed: 0 }), {
      timeout: RECOVER_WITHIN,
    });
    expect(performance.now() - begun).toBeLessThan(RECOVER_WITHIN + 500);
  }

  /** Reads what is not in memory, all at once; every answer must be right. */
  async function readAtOnce(
    reads = CONNECTIONS,
    within = ANSWER_WITHIN,
  ): Promise<{ answered: number; failed: number }> {
    const begun = performance.now();
    const outcomes = await Promise.allSettled(Array.from({ length: reads }, (_, i) => around(store, i)));
    expect(performance.now() - begun).toBeLessThan(within);
    let answered = 0;
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.status === "rejected") {
        expect(outcome.reason).toMatchObject({ name: "StoreUnavailableError" });
        continue;
      }
      answered++;
      expect(outcome.value).toEqual(await around(embedded, i));
    }
    return { answered, failed: reads - answered };
  }
});

function around(store: Neo4jStore | EmbeddedStore, i: number) {
  const id = dataset.roles[i]!.id;
  return store.reader(dataset.revision).neighborhood({ id, depth: 2, kinds: null, relations: null, limit: 60 });
}
