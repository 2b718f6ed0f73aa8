import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { loadDataset } from "../../../../src/store/neo4j/loading/loadDataset.js";
import { Neo4jStore } from "../../../../src/store/neo4j/Neo4jStore.js";
import { generatedGraph, randomBelow } from "../generatedGraph.js";
import { cypher, describeWithNeo4j, erase, sharedAddress } from "../neo4jForTests.js";

jest.setTimeout(600_000);
jest.retryTimes(1); // The machine may stall once, and the tests have real time limits.

const KILLS = 20;
const SIZE = { roles: 300, skills: 60, transitionsPerRole: 8, skillsPerRole: 9 };

interface Loader {
  readonly process: ChildProcess;
  readonly said: Interface;
  readonly ready: Promise<unknown>;
  /** Collected from the start, because a loader that finishes before it is killed has already closed its output. */
  readonly closed: Promise<unknown>;
}

describeWithNeo4j("a loader that is killed", () => {
  let store: Neo4jStore;

  beforeAll(async () => {
    await erase(sharedAddress());
    await loadDataset(generatedGraph(11, SIZE, 1), sharedAddress());
    store = new Neo4jStore(sharedAddress());
  });
  afterAll(async () => {
    await store?.close();
    await erase(sharedAddress());
  }, 60_000);

  test(`at ${KILLS} random moments leaves one complete revision for readers, and the next load succeeds`, async () => {
    const below = randomBelow(Date.now());
    const watcher = watch();
    // The duration of a load here, so that the moments cover all of it.
    const measured = startLoader();
    await measured.ready;
    const begin = Date.now();
    measured.process.stdin?.write("2");
    expect(await nextLine(measured)).toBe("LOADED");
    const duration = Date.now() - begin;

    const moments: string[] = [];
    for (let kill = 0, next = startLoader(); kill < KILLS; kill++) {
      const loader = next;
      await loader.ready;
      if (kill + 1 < KILLS) next = startLoader(); // Prepares while this one loads.
      // Each edition twice in a row: the second load may find the incomplete result of the first.
      loader.process.stdin?.write(String(3 + Math.floor(kill / 2)));
      const moment = below(Math.ceil(duration * 1.1));
      await sleep(moment);
      loader.process.kill("SIGKILL");
      await loader.closed;
      const [generations] = await cypher(
        sharedAddress(),
        "MATCH (d:Dataset {state: 'LOADING'}) RETURN count(d) AS halfDone",
      );
      moments.push(`${moment} ms: ${String(generations?.["halfDone"])} half done`);
      await expectWhole(await store.activeRevision());
    }
    const last = generatedGraph(11, SIZE, 99);
    const { reads, revisions } = await watcher.stop();
    await loadDataset(last, sharedAddress(), { grace: 0 });
    expect(await store.activeRevision()).toBe(last.revision);
    await expectWhole(last.revision);
    console.log(
      `A load took ${duration} ms; killed after ${moments.join(", ")}; ${reads} reads of ${revisions} revisions beside.`,
    );
    expect(reads).toBeGreaterThan(KILLS);
    // Only the active revision and the one that it replaced are left.
    const held = await cypher(sharedAddress(), "MATCH (entity:Entity) RETURN DISTINCT entity.revision AS revision");
    expect(held.length).toBeLessThanOrEqual(2);
  });

  /** Reads the active revision repeatedly until told to stop; it must always be complete. */
  function watch(): { stop(): Promise<{ reads: number; revisions: number }> } {
    let stopped = false;
    let reads = 0;
    const revisions = new Set<string>();
    const watching = (async () => {
      while (!stopped) {
        const revision = await store.activeRevision();
        await expectWhole(revision);
        revisions.add(revision);
        reads++;
        await sleep(50);
      }
      return { reads, revisions: revisions.size };
    })();
    watching.catch(() => {}); // Reported by `stop`.
    return {
      stop() {
        stopped = true;
        return watching;
      },
    };
  }

  async function expectWhole(revision: string): Promise<void> {
    const edition = Number(revision.split("-").at(-1));
    const dataset = generatedGraph(11, SIZE, edition);
    const titles: string[] = [];
    let [transitions, requirements] = [0, 0];
    for await (const rows of store.reader(revision).roleRows()) {
      for (const row of rows) {
        titles.push(row.title);
        transitions += row.toOrdinals.length;
        requirements += row.skillOrdinals.length;
      }
    }
    expect(titles.sort()).toEqual(dataset.roles.map(({ title }) => title));
    expect([transitions, requirements]).toEqual([dataset.transitions.length, dataset.requirements.length]);
  }
});

function startLoader(): Loader {
  const loader = spawn(
    process.execPath,
    ["--import", "./dev/typescript/register.mjs", "test/store/neo4j/loading/loader.ts"],
    {
      env: { ...process.env, LOADER_ADDRESS: JSON.stringify(sharedAddress()), LOADER_SIZE: JSON.stringify(SIZE) },
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const said = createInterface(loader.stdout!);
  return { process: loader, said, ready: once(said, "line"), closed: once(loader, "close") };
}

async function nextLine({ said }: Loader): Promise<string> {
  const [line] = (await once(said, "line")) as [string];
  return line;
}
