import { once } from "node:events";
import { access, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { afterAll, expect, jest, test } from "@jest/globals";
import { freePort } from "../../../dev/neo4j/freePort.js";
import { findJavas } from "../../../dev/neo4j/findJava.js";
import { lineOfVersion } from "../../../dev/neo4j/neo4jLines.js";
import { startWithJava } from "../../../dev/neo4j/startWithJava.js";
import { isAlive, throwawayFolders } from "./processes.js";
import { describeWithOwnServer, ownVersion } from "../../store/neo4j/neo4jForTests.js";

jest.setTimeout(240_000);
jest.retryTimes(1); // The machine may stall once, and the tests have real time limits.

const cacheDir = ".neo4j";

// A folder for the temporary files of this run, so that files that another run leaves for a while do not count.
const throwawayIn = await mkdtemp(join(tmpdir(), "start-neo4j-"));
afterAll(() => rm(throwawayIn, { recursive: true, force: true }));

describeWithOwnServer("starting a Neo4j with Java", () => {
  test(`${ownVersion} answers with its generated password and leaves no process and no data`, async () => {
    const server = await startWithJava({ version: ownVersion, cacheDir, throwawayIn });
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
    const { records } = await driver.executeQuery(
      "CALL dbms.components() YIELD versions RETURN versions[0] AS version",
    );
    await driver.close();
    expect(records[0]?.get("version")).toBe(ownVersion);
    expect(isAlive(server.pid!)).toBe(true);
    await server.stop();
    expect(isAlive(server.pid!)).toBe(false);
    expect(await throwawayFolders(throwawayIn)).toEqual([]);
  });
});

test("if a port is in use, another one is used", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const taken = (holder.address() as AddressInfo).port;
  expect(await freePort(taken)).not.toBe(taken);
  holder.close();
  await once(holder, "close");
  expect(await freePort(taken)).toBe(taken);
});

test("a version of no known release line is refused, and the error lists the known lines", () => {
  expect(() => lineOfVersion("4.4.0")).toThrow(
    "Neo4j 4.4.0 is not a version that this project starts; ask for 5.26.12 or 2026.08.1.",
  );
});

test("a JAVA_HOME without Java is skipped, and each Java of the machine is found once", async () => {
  const javas = await findJavas({ ...process.env, JAVA_HOME: join(tmpdir(), "no-java-here") });
  expect(new Set(javas.map((java) => java.path)).size).toBe(javas.length);
  for (const java of javas) {
    await access(java.path);
    expect(java.release).toBeGreaterThanOrEqual(8);
  }
});
