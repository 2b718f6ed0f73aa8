import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import neo4j from "neo4j-driver";
import { afterAll, expect, jest, test } from "@jest/globals";
import { startWithJava } from "../../../dev/neo4j/startWithJava.js";
import { eventually } from "../../eventually.js";
import { isAlive, throwawayFolders } from "./processes.js";
import { describeWithOwnServer, ownVersion } from "../../store/neo4j/neo4jForTests.js";

jest.setTimeout(240_000);
jest.retryTimes(1); // The machine may stall once, and the tests have real time limits.

const cacheDir = ".neo4j";

// A folder for the temporary files of this run, so that files that another run leaves for a while do not count.
const throwawayIn = await mkdtemp(join(tmpdir(), "kept-data-"));
afterAll(() => rm(throwawayIn, { recursive: true, force: true }));

describeWithOwnServer("the data of a Neo4j that Java runs", () => {
  test("data and password survive a stop if a data folder is given", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "kept-neo4j-"));
    try {
      const first = await startWithJava({ version: ownVersion, cacheDir, dataDir });
      await runOn(first, "CREATE (:Kept {word: 'still here'})");
      await first.stop();
      const second = await startWithJava({ version: ownVersion, cacheDir, dataDir });
      const records = await runOn(second, "MATCH (kept:Kept) RETURN kept.word AS word");
      await second.stop();
      expect(records.map((record) => record.get("word"))).toEqual(["still here"]);
      expect(second.password).toBe(first.password);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  test("a starter that is killed takes its server and its temporary data with it", async () => {
    const command = ["--import", "./dev/typescript/register.mjs", "test/dev/neo4j/starter.ts", ownVersion];
    const starter = spawn(process.execPath, command, { env: { ...process.env, TMPDIR: throwawayIn } });
    try {
      const said = createInterface(starter.stdout);
      const [pid] = (await once(said, "line")) as [string];
      expect(isAlive(Number(pid))).toBe(true);
      expect(await throwawayFolders(throwawayIn)).toHaveLength(1);
      starter.kill("SIGKILL");
      await eventually(() => expect(isAlive(Number(pid))).toBe(false), { timeout: 40_000 });
      await eventually(async () => expect(await throwawayFolders(throwawayIn)).toEqual([]), { timeout: 10_000 });
    } finally {
      starter.kill("SIGKILL");
    }
  });
});

async function runOn(server: { uri: string; username: string; password: string }, statement: string) {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
  try {
    return (await driver.executeQuery(statement)).records;
  } finally {
    await driver.close();
  }
}
