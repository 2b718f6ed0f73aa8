import { execFileSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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
  const now = jest.spyOn(performance, "now");
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

const REACHABLE = { uri: "bolt://neo4j", username: "reader", password: "right", database: null };

/** An error of a statement, as the driver throws it. */
function errorOf(code: string): Error {
  return Object.assign(new Error("The statement failed."), { code });
}

/** Runs 5 works at once that take 10 ms each, the first of which fails. */
async function afterFailure(failure: Error): Promise<{ outcomes: (string | Error)[]; mostAtOnce: number }> {
  const credentials = new Credentials(REACHABLE);
  let [begun, atOnce, mostAtOnce] = [0, 0, 0];
  const work = async (): Promise<string> => {
    const isFirst = begun++ === 0;
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    await sleep(10);
    atOnce--;
    if (isFirst) throw failure;
    return "answered";
  };
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => credentials.use(work, 1000).catch((error: Error) => error)),
  );
  return { outcomes, mostAtOnce };
}

test.each(["Neo.TransientError.General.MemoryPoolOutOfMemoryError", "Neo.ClientError.Statement.SyntaxError"])(
  "after an error that follows a successful login (%s), the others run at once",
  async (code) => {
    const failure = errorOf(code);
    const { outcomes, mostAtOnce } = await afterFailure(failure);
    expect(outcomes).toEqual([failure, "answered", "answered", "answered", "answered"]);
    expect(mostAtOnce).toBe(4);
  },
);

test("after an error that says nothing about the login, another login goes first", async () => {
  const failure = errorOf("Neo.TransientError.General.DatabaseUnavailable");
  const credentials = new Credentials(REACHABLE);
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await sleep(10);
    order.push(`${name} ends`);
    if (name === "first") throw failure;
  };
  const outcomes = await Promise.allSettled(
    ["first", "second", "third", "fourth"].map((name) => credentials.use(work(name), 1000)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled", "fulfilled"]);
  expect(order.slice(0, 4)).toEqual(["first begins", "first ends", "second begins", "second ends"]);
});

test("if the server cannot be reached, those that wait fail, too", async () => {
  const failure = errorOf("ServiceUnavailable");
  const { outcomes, mostAtOnce } = await afterFailure(failure);
  expect(outcomes).toEqual([failure, failure, failure, failure, failure]);
  expect(mostAtOnce).toBe(1);
});

test("those that wait go on when the server has accepted the password, however long the first statement takes", async () => {
  const credentials = new Credentials(REACHABLE);
  let end = (): void => {};
  const first = credentials.use((_, loggedIn) => {
    setTimeout(loggedIn, 10);
    return new Promise<void>((resolve) => (end = resolve));
  }, 1000);
  expect(await credentials.use(async () => "second", 500)).toBe("second");
  end();
  await first;
});

test("a clock that is set back does not prolong the suspension of logins", async () => {
  const monotonic = jest.spyOn(performance, "now").mockReturnValue(1_000);
  const clock = jest.spyOn(Date, "now");
  try {
    const credentials = new Credentials(REACHABLE);
    const refused = () => Promise.reject(new Unauthorized("The client is unauthorized."));
    await expect(credentials.use(refused, 1000)).rejects.toThrow();
    clock.mockReturnValue(Date.now() - 3_600_000);
    monotonic.mockReturnValue(1_000 + 120_000);
    expect(await credentials.use(async () => "answered", 1000)).toBe("answered");
  } finally {
    monotonic.mockRestore();
    clock.mockRestore();
  }
});

test("a password file that cannot be read to the end occupies one thread at most", async () => {
  const folder = await mkdtemp(join(tmpdir(), "password-"));
  const passwordFile = join(folder, "password");
  // A FIFO into which nobody writes is never opened.
  execFileSync("mkfifo", [passwordFile]);
  const monotonic = jest.spyOn(performance, "now");
  try {
    const credentials = new Credentials({ ...REACHABLE, passwordFile });
    const refused = () => Promise.reject(new Unauthorized("The client is unauthorized."));
    monotonic.mockReturnValue(1_000);
    await expect(credentials.use(refused, 1000)).rejects.toThrow();
    monotonic.mockReturnValue(1_000_000);
    const asked = Array.from({ length: 6 }, () => credentials.use(refused, 1000));
    await Promise.allSettled(asked);
    const other = readFile(import.meta.filename, "utf8").then(() => "read");
    expect(await Promise.race([other, sleep(1000, "not read")])).toBe("read");
  } finally {
    monotonic.mockRestore();
    // Opened for reading and writing, the FIFO lets all its readers go on; they end when it is closed.
    const fifo = openSync(passwordFile, "r+");
    await sleep(50);
    closeSync(fifo);
    await rm(folder, { recursive: true });
  }
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
