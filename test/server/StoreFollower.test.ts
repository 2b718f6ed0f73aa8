import { afterEach, expect, test } from "@jest/globals";
import { StoreFollower } from "../../src/server/StoreFollower.js";
import { SnapshotHolder } from "../../src/snapshot/SnapshotHolder.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { StoreUnavailableError } from "../../src/store/StoreUnavailableError.js";
import { eventually } from "../eventually.js";
import { smallGraph } from "../store/smallGraph.js";

/** A store whose checks fail with the given errors, one each, and then succeed. */
class FailingStore extends EmbeddedStore {
  readonly failures: Error[] = [];

  override async activeRevision(): Promise<string> {
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    return super.activeRevision();
  }
}

const down = () => new StoreUnavailableError("Neo4j is down.");
const defect = () => new Error("An unexpected error of the database.");

let follower: StoreFollower;
let logged: string[];
afterEach(() => follower.stop());

async function follow(failures: readonly Error[]): Promise<SnapshotHolder> {
  const store = new FailingStore(await smallGraph(), new Date(0));
  store.failures.push(...failures);
  const holder = new SnapshotHolder(store);
  logged = [];
  const log = (_: unknown, message?: string) => void logged.push(message ?? String(_));
  follower = new StoreFollower(holder, { error: log, warn: log, info: log }, 10);
  return holder;
}

test("an unexpected error before the first successful read is logged, and the checks go on", async () => {
  const holder = await follow([down(), defect(), defect(), down()]);
  await follower.check();
  await eventually(() => expect(holder.current).not.toBeNull(), { timeout: 2_000, interval: 10 });
  expect(logged).toEqual([
    "Neo4j is down.",
    "The store could not be read.",
    "Neo4j is down.",
    "The store can be read again.",
  ]);
});

test("a requested check does not throw either", async () => {
  await follow([down(), defect()]);
  await follower.check();
  await follower.check();
  expect(logged).toEqual(["Neo4j is down.", "The store could not be read."]);
});

test("an unexpected error of the check at the start is thrown", async () => {
  await follow([defect()]);
  await expect(follower.check()).rejects.toThrow("An unexpected error of the database.");
});
