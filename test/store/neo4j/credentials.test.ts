import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from "@jest/globals";
import { Credentials } from "../../../src/store/neo4j/Credentials.js";
import { loadDataset } from "../../../src/store/neo4j/loading/loadDataset.js";
import { Neo4jStore } from "../../../src/store/neo4j/Neo4jStore.js";
import { eventually } from "../../eventually.js";
import { FaultyNetwork } from "./FaultyNetwork.js";
import { generatedGraph } from "./generatedGraph.js";
import { cypher, describeWithNeo4j, erase, sharedAddress } from "./neo4jForTests.js";

const dataset = generatedGraph(32, { roles: 10, skills: 5, transitionsPerRole: 2, skillsPerRole: 2 });
const RIGHT = "the-right-one";

/** What the server throws at a login with a wrong password. */
class Unauthorized extends Error {
  readonly code = "Neo.ClientError.Security.Unauthorized";
}

test("when a refused password may be retried, only one statement logs in first, however many wait", async () => {
  const now = jest.spyOn(Date, "now");
  const credentials = new Credentials({
    uri: "bolt://neo4j",
    username: "reader",
    password: "mistyped",
    database: null,
  });
  let logins = 0;
  const login = async (): Promise<never> => {
    logins++;
    await sleep(10);
    throw new Unauthorized("The client is unauthorized.");
  };
  try {
    for (const round of [1, 2, 3]) {
      now.mockReturnValue(round * 1_000_000);
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => credentials.use(login, 1000)));
      expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
      expect(logins).toBe(round);
    }
  } finally {
    now.mockRestore();
  }
});

test("the wait for the login that goes first is bounded", async () => {
  const credentials = new Credentials({ uri: "bolt://neo4j", username: "reader", password: "right", database: null });
  let answer = (_: string): void => {};
  const first = credentials.use(() => new Promise<string>((resolve) => (answer = resolve)), 1000);
  await expect(credentials.use(async () => "second", 50)).rejects.toMatchObject({ reason: "TOO_SLOW" });
  answer("first");
  expect(await first).toBe("first");
  expect(await credentials.use(async () => "third", 50)).toBe("third");
});

/** A wrong password does not lock the account, and a new one is used without a restart. */
describeWithNeo4j("credentials", () => {
  let users = 0;
  /** Each test has its own user, because Neo4j keeps the lock of an account when the user is replaced. */
  let username: string;
  let network: FaultyNetwork;
  let folder: string;
  let passwordFile: string;
  let store: Neo4jStore | null = null;
  /** The address of the proxy, which counts connections; each is one login. */
  const address = (password: string) => ({ ...sharedAddress(), uri: network.uri, username, password });

  beforeAll(async () => {
    await erase(sharedAddress());
    await loadDataset(dataset, sharedAddress());
  });
  beforeEach(async () => {
    username = `reader${++users}`;
    await cypher(sharedAddress(), `CREATE OR REPLACE USER ${username} SET PASSWORD '${RIGHT}' CHANGE NOT REQUIRED`);
    network = await FaultyNetwork.before(sharedAddress().uri);
    folder = await mkdtemp(join(tmpdir(), "password-"));
    passwordFile = join(folder, "password");
  });
  afterEach(async () => {
    await store?.close();
    store = null;
    await network.close();
    await rm(folder, { recursive: true });
    await cypher(sharedAddress(), `DROP USER ${username} IF EXISTS`);
  });
  afterAll(() => erase(sharedAddress()));

  test("beside an instance with a wrong password, which retries again and again, ten logins with the right one succeed", async () => {
    store = new Neo4jStore(address("mistyped"));
    for (let i = 0; i < 10; i++) {
      const asked = Array.from({ length: 20 }, () => store!.activeRevision());
      for (const outcome of await Promise.allSettled(asked)) {
        expect(outcome).toMatchObject({ status: "rejected", reason: { reason: "WRONG_CREDENTIALS" } });
      }
      const other = new Neo4jStore({ ...address(RIGHT), uri: sharedAddress().uri });
      expect(await other.activeRevision()).toBe(dataset.revision);
      await other.close();
    }
    expect(network.made).toBe(1);
  });

  test("an account that others have locked is recognized, and a right password is not regarded as wrong", async () => {
    for (let i = 0; i < 4; i++) {
      const wrong = new Neo4jStore({ ...address(`wrong ${i}`), uri: sharedAddress().uri });
      await expect(wrong.activeRevision()).rejects.toThrow();
      await wrong.close();
    }
    store = new Neo4jStore(address(RIGHT));
    await expect(store.activeRevision()).rejects.toMatchObject({
      reason: "ACCOUNT_LOCKED",
      message: expect.stringContaining("has locked the account reader"),
    });
    // The lock ends after 5 s, and is not prolonged meanwhile.
    await eventually(async () => expect(await store!.activeRevision()).toBe(dataset.revision), { timeout: 12_000 });
    expect(network.made).toBeLessThanOrEqual(3);
  });

  test("a password file that changed before the first login is read, and all statements are answered", async () => {
    await writeFile(passwordFile, `${RIGHT}\n`);
    store = new Neo4jStore({ ...address("the former one"), passwordFile });
    const asked = Array.from({ length: 20 }, () => store!.activeRevision());
    expect(new Set(await Promise.all(asked))).toEqual(new Set([dataset.revision]));
    expect(await store.activeRevision()).toBe(dataset.revision);
  });

  test("an empty password file is not used", async () => {
    await writeFile(passwordFile, "\n");
    store = new Neo4jStore({ ...address("mistyped"), passwordFile });
    await expect(store.activeRevision()).rejects.toMatchObject({ reason: "WRONG_CREDENTIALS" });
    expect(network.made).toBe(1);
  });

  test("a password in a file is changed without a restart, in the file or on the server first", async () => {
    await writeFile(passwordFile, `${RIGHT}\n`);
    store = new Neo4jStore({ ...address(RIGHT), passwordFile });
    expect(await store.activeRevision()).toBe(dataset.revision);

    await writeFile(passwordFile, "the second\n");
    await cypher(sharedAddress(), `ALTER USER ${username} SET PASSWORD 'the second'`);
    network.cut(); // The existing connections used the former password.
    network.mend();
    await eventually(async () => expect(await store!.activeRevision()).toBe(dataset.revision), { timeout: 2000 });

    await cypher(sharedAddress(), `ALTER USER ${username} SET PASSWORD 'the third'`);
    network.cut();
    network.mend();
    await eventually(
      async () => expect(store!.activeRevision()).rejects.toMatchObject({ reason: "WRONG_CREDENTIALS" }),
      {
        timeout: 2000,
      },
    );
    await writeFile(passwordFile, "the third\n");
    await eventually(async () => expect(await store!.activeRevision()).toBe(dataset.revision), { timeout: 2000 });
  });
});
