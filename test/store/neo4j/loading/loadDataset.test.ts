import neo4j from "neo4j-driver";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Dataset } from "../../../../src/dataset/Dataset.js";
import { datasetRevision, storedRevision } from "../../../../src/store/neo4j/dataModel.js";
import { LoadLock } from "../../../../src/store/neo4j/loading/LoadLock.js";
import { checkGeneration } from "../../../../src/store/neo4j/loading/checkGeneration.js";
import { factsOfRoles } from "../../../../src/store/neo4j/loading/factsOfRoles.js";
import { fingerprintsOf } from "../../../../src/store/neo4j/loading/fingerprints.js";
import { relationshipsOf } from "../../../../src/store/neo4j/loading/Relationships.js";
import { LoadSession } from "../../../../src/store/neo4j/loading/LoadSession.js";
import { dropGeneration, generations } from "../../../../src/store/neo4j/loading/dropGenerations.js";
import { dropReplaced } from "../../../../src/store/neo4j/loading/dropReplaced.js";
import { loadDataset, previewLoad } from "../../../../src/store/neo4j/loading/loadDataset.js";
import type { LoadProgress } from "../../../../src/store/neo4j/loading/writeGeneration.js";
import { Neo4jStore } from "../../../../src/store/neo4j/Neo4jStore.js";
import { RevisionGoneError } from "../../../../src/store/RevisionGoneError.js";
import { eventually } from "../../../eventually.js";
import { smallGraph } from "../../smallGraph.js";
import { generatedGraph } from "../generatedGraph.js";
import { cypher, describeWithNeo4j, erase, sharedAddress } from "../neo4jForTests.js";

const SIZE = { roles: 30, skills: 20, transitionsPerRole: 3, skillsPerRole: 4 };
/** More of each than fits into a batch. */
const LARGE = { roles: 1500, skills: 60, transitionsPerRole: 8, skillsPerRole: 9 };
const [first, second, third] = [1, 2, 3].map((edition) => generatedGraph(1, SIZE, edition)) as [
  Dataset,
  Dataset,
  Dataset,
];

/** A load writes a generation: readers see the old revision or the new one, and never a part. */
describeWithNeo4j("loadDataset", () => {
  let store: Neo4jStore;

  beforeEach(async () => {
    await erase(sharedAddress());
    store = new Neo4jStore(sharedAddress());
  });
  afterEach(async () => {
    await store.close();
    await erase(sharedAddress());
  });

  test("writes a dataset into an empty database, makes it active, and reports that everything was added", async () => {
    const summary = await loadDataset(first, sharedAddress());
    expect(summary).toEqual({
      revision: first.revision,
      outcome: "LOADED",
      damage: [],
      replaced: null,
      changes: [
        { type: "Role", added: 30, changed: 0, removed: 0 },
        { type: "Track", added: 2, changed: 0, removed: 0 },
        { type: "Skill", added: 20, changed: 0, removed: 0 },
        { type: "Source", added: 1, changed: 0, removed: 0 },
        { type: "Transition", added: first.transitions.length, changed: 0, removed: 0 },
      ],
      dropped: [],
    });
    expect(await store.activeRevision()).toBe(first.revision);
  });

  test("changes nothing, not even the time of loading, if the revision is already active", async () => {
    await loadDataset(first, sharedAddress());
    const before = await everything();
    const summary = await loadDataset(first, sharedAddress());
    expect(summary).toMatchObject({ outcome: "ALREADY_ACTIVE", changes: [], dropped: [] });
    expect(await everything()).toEqual(before);
  });

  test("reports what would change, and changes nothing", async () => {
    expect(await previewLoad(first, sharedAddress())).toMatchObject({ outcome: "LOADED", replaced: null, records: 0 });
    expect(await everything()).toBe("[]");
    await loadDataset(first, sharedAddress());
    const before = await everything();
    expect(await previewLoad(first, sharedAddress())).toMatchObject({ outcome: "ALREADY_ACTIVE", changes: [] });
    const fewer = { ...first, revision: "fewer", transitions: first.transitions.slice(1) };
    expect(await previewLoad(fewer, sharedAddress())).toMatchObject({
      outcome: "LOADED",
      replaced: first.revision,
      changes: [{ type: "Transition", added: 0, changed: 0, removed: 1 }],
      records: 53 + first.transitions.length,
      removed: 1,
    });
    expect(await everything()).toEqual(before);
  });

  test("refuses to remove many records, says so, and removes them if forced to", async () => {
    await loadDataset(first, sharedAddress());
    const other = await smallGraph();
    await expect(loadDataset(other, sharedAddress(), { mostRemoved: 0.1 })).rejects.toThrow(
      /would remove \d+ of the \d+ records of the active revision.*--dry-run.*--force/,
    );
    expect(await store.activeRevision()).toBe(first.revision);
    expect(await revisionsHeld()).toEqual([first.revision]);
    const fewer = { ...first, revision: "fewer", transitions: first.transitions.slice(1) };
    expect(await loadDataset(fewer, sharedAddress(), { mostRemoved: 0.1 })).toMatchObject({ outcome: "LOADED" });
    expect(await loadDataset(other, sharedAddress())).toMatchObject({ outcome: "LOADED" });
  });

  test("leaves one graph after the replaced one is dropped at the end of its grace time", async () => {
    await loadDataset(first, sharedAddress());
    await loadDataset(second, sharedAddress());
    expect(await dropReplaced(sharedAddress(), 300)).toEqual([storedRevision(first.revision)]);
    const [counted] = await cypher(sharedAddress(), "MATCH (role:Role) RETURN count(role) AS roles");
    expect(counted).toEqual({ roles: second.roles.length });
    expect(await dropReplaced(sharedAddress(), 300)).toEqual([]);
    expect(await titlesOf(store.reader(await store.activeRevision()))).toHaveLength(30);
  });

  test("reports what was added, changed and removed compared with the replaced revision, and not what only moved", async () => {
    const old = await smallGraph();
    await loadDataset(old, sharedAddress());
    const [advisor, analyst, ...others] = old.roles;
    const summary = await loadDataset(
      {
        ...old,
        revision: "edited",
        // The order of roles changes, one role is renamed, another loses a need.
        roles: [...others, { ...analyst!, title: "Data Analyst", label: "Data Analyst" }, advisor!],
        requirements: old.requirements.filter(({ id }) => id !== "requirement:junior--python"),
        transitions: old.transitions.filter(({ id }) => id !== "transition:analyst--junior"),
        statements: [...old.statements, { ...old.statements[0]!, id: "statement:new" }],
      },
      sharedAddress(),
    );
    expect(summary).toMatchObject({ outcome: "LOADED", replaced: old.revision });
    expect(summary.changes).toEqual([
      { type: "Role", added: 0, changed: 2, removed: 0 },
      { type: "Statement", added: 1, changed: 0, removed: 0 },
      { type: "Transition", added: 0, changed: 0, removed: 1 },
    ]);
  });

  test("keeps the replaced revision complete for its readers until the grace time ends", async () => {
    await loadDataset(first, sharedAddress());
    const pinned = store.reader(first.revision);
    await loadDataset(second, sharedAddress());
    expect(await titlesOf(pinned)).toEqual(first.roles.map(({ title }) => title));
    expect((await loadDataset(third, sharedAddress(), { grace: 60_000 })).dropped).toEqual([]);
    expect(await revisionsHeld()).toEqual([first.revision, second.revision, third.revision]);
    await sleep(20);
    const { dropped } = await loadDataset(await smallGraph(), sharedAddress(), { grace: 10 });
    expect(dropped.toSorted()).toEqual([first.revision, second.revision]);
    await expect(titlesOf(pinned)).rejects.toBeInstanceOf(RevisionGoneError);
    expect(await titlesOf(store.reader(third.revision))).toHaveLength(30);
  });

  test("closes a revision to readers before it shrinks, so that everything read until then is complete", async () => {
    await loadDataset(first, sharedAddress());
    await loadDataset(second, sharedAddress());
    const grace = 3000;
    await sleep(grace + 50);
    const loading = loadDataset(third, sharedAddress(), { grace });
    const look = `MATCH (dataset:Dataset {revision: $revision})
      RETURN dataset.state AS state, COUNT { (:Role {revision: $revision})-[:LEADS_TO]->() } AS transitions`;
    const held = async () => (await cypher(sharedAddress(), look, { revision: storedRevision(first.revision) }))[0];
    const closed = { state: "DROPPING", transitions: first.transitions.length };
    await eventually(async () => expect(await held()).toEqual(closed), { timeout: 10_000, interval: 20 });
    await sleep(500);
    expect(await held()).toEqual(closed);
    expect((await loading).dropped).toEqual([first.revision]);
  });

  test("makes an earlier generation active again without writing it again", async () => {
    await loadDataset(first, sharedAddress());
    await loadDataset(second, sharedAddress());
    const { loadedAt } = await store.reader(first.revision).dataset();
    const steps: string[] = [];
    const onProgress = ({ step }: LoadProgress) => void steps.push(step);
    const summary = await loadDataset(first, sharedAddress(), { onProgress });
    expect(summary).toMatchObject({ outcome: "REACTIVATED", replaced: second.revision, dropped: [] });
    expect(steps.filter((step) => step.startsWith("Writing"))).toEqual([]);
    expect(await store.activeRevision()).toBe(first.revision);
    const another = new Neo4jStore(sharedAddress());
    expect((await another.reader(first.revision).dataset()).loadedAt).toEqual(loadedAt);
    await another.close();
  });

  test("creates no relationship between two revisions", async () => {
    for (const dataset of [first, second]) await loadDataset(dataset, sharedAddress());
    const [row] = await cypher(
      sharedAddress(),
      "MATCH (a:Entity)-[r]->(b:Entity) RETURN count(r) AS all, count(CASE WHEN a.revision <> b.revision THEN 1 END) AS mixed",
    );
    expect(row).toMatchObject({ mixed: 0 });
    expect(row?.["all"]).toBeGreaterThan(300);
  });

  test("refuses a dataset with a reference to a missing record, and the active revision stays", async () => {
    await loadDataset(first, sharedAddress());
    const [transition] = second.transitions;
    const dangling = { ...second, transitions: [{ ...transition!, toId: "role:nobody" }] };
    await expect(loadDataset(dangling, sharedAddress())).rejects.toThrow(
      "A relationship LEADS_TO refers to role:nobody, which the dataset does not contain.",
    );
    const unsourced = {
      ...third,
      transitions: [{ ...transition!, citations: [{ sourceId: "source:lost", viaId: null, heading: null }] }],
    };
    await expect(loadDataset(unsourced, sharedAddress())).rejects.toThrow(/refers to source:lost, which is missing/);
    expect(await store.activeRevision()).toBe(first.revision);
    await expect(titlesOf(store.reader(second.revision))).rejects.toBeInstanceOf(RevisionGoneError);
    // The next load removes what the failed loads left.
    await loadDataset(await smallGraph(), sharedAddress());
    expect(await revisionsHeld()).toEqual([first.revision, (await smallGraph()).revision].sort());
  });

  test.each([
    ["half of its relationships", "MATCH (:Role {revision: dataset.revision})-[requires:REQUIRES]->() DELETE requires"],
    ["some of its roles", "MATCH (role:Role {revision: dataset.revision}) WHERE role.ordinal > 10 DETACH DELETE role"],
    ["its network", "MATCH (part:NetworkPart {revision: dataset.revision}) DELETE part"],
  ])("writes a revision again if a loader that died left it without %s", async (_, lost) => {
    await loadDataset(second, sharedAddress());
    await cypher(
      sharedAddress(),
      `MATCH (dataset:Dataset) SET dataset.state = 'LOADING'
       WITH dataset MATCH (active:Active) DELETE active
       WITH DISTINCT dataset ${lost}`,
    );
    expect(await loadDataset(second, sharedAddress())).toMatchObject({ outcome: "LOADED", replaced: null });
    const titles = second.roles.map(({ title }) => title);
    const reader = store.reader(second.revision);
    expect(await titlesOf(reader)).toEqual(titles);
    for await (const rows of reader.roleRows()) expect(rows.map(({ title }) => title)).toEqual(titles);
  });

  test("detects that a part of the network did not arrive", async () => {
    await loadDataset(second, sharedAddress());
    await cypher(sharedAddress(), "MATCH (part:NetworkPart) DELETE part");
    const load = new LoadSession(sharedAddress());
    const relationships = relationshipsOf(second, fingerprintsOf(second, factsOfRoles(second)));
    await expect(checkGeneration(load, second, storedRevision(second.revision), relationships)).rejects.toThrow(
      "network-part: 0 instead of 1",
    );
    await load.close();
  });

  test("writes a batch once, even if it is sent again because its answer was lost", async () => {
    await loadDataset(second, sharedAddress());
    const [first, other] = second.transitions.map(({ fromId, toId }) => [fromId, toId] as const);
    const batch = (...links: (readonly [string, string])[]) => ({
      revision: storedRevision(second.revision),
      origins: links.map(([id], place) => ({ id, first: neo4j.int(place), last: neo4j.int(place) })),
      ends: links.map(([, toId]) => toId),
      type: "LEADS_TO",
      columns: {},
    });
    const text = readFileSync("cypher/load/relationships.cypher", "utf8");
    expect(await cypher(sharedAddress(), text, batch(first!, other!))).toEqual([{ written: 0 }]);
    // In a valid dataset, no role leads to itself.
    const missing = [first![0], first![0]] as const;
    expect(await cypher(sharedAddress(), text, batch(missing))).toEqual([{ written: 1 }]);
    expect(await cypher(sharedAddress(), text, batch(missing))).toEqual([{ written: 0 }]);
  });

  test("writes and drops in batches if there is more than one transaction can hold", async () => {
    const large = generatedGraph(2, LARGE);
    const progress: LoadProgress[] = [];
    await loadDataset(large, sharedAddress(), { onProgress: (each) => void progress.push(each) });
    const total = 1563 + large.transitions.length + large.requirements.length + 1500 + 1562 + 15;
    expect(large.transitions.length).toBeGreaterThan(10_000);
    const written = progress.filter(({ step }) => step === "Writing LEADS_TO").map(({ done }) => done);
    expect(written[0]).toBe(1563);
    const sets = [...written.slice(1), 1563 + large.transitions.length].map((done, i) => done - written[i]!);
    expect(sets.length).toBeGreaterThan(1);
    expect(Math.max(...sets)).toBeLessThanOrEqual(10_000);
    expect(progress.at(-2)).toEqual({ step: "Written", done: total, total });
    await loadDataset(first, sharedAddress());
    await sleep(5);
    const { dropped } = await loadDataset(second, sharedAddress(), { grace: 0 });
    expect(dropped).toContain(large.revision);
    const [left] = await cypher(sharedAddress(), "MATCH (e:Entity {revision: $revision}) RETURN count(e) AS left", {
      revision: storedRevision(large.revision),
    });
    expect(left).toEqual({ left: 0 });
  });

  test("lets a second loader wait, tells it so, and refuses it when that takes too long", async () => {
    await loadDataset(first, sharedAddress());
    const other = new LoadSession(sharedAddress());
    const lock = await LoadLock.take(other, 1000, () => {});
    await expect(loadDataset(second, sharedAddress(), { patience: 300 })).rejects.toMatchObject({
      name: "LoadLockedError",
      message: expect.stringContaining("Another load"),
    });
    expect(await store.activeRevision()).toBe(first.revision);
    const steps: string[] = [];
    const waiting = loadDataset(second, sharedAddress(), { onProgress: ({ step }) => void steps.push(step) });
    await eventually(() => expect(steps).toContain("Waiting for another load to end"), { timeout: 5000 });
    await lock.release();
    await other.close();
    expect(await waiting).toMatchObject({ outcome: "LOADED" });
  });

  test("names the Neo4j that it cannot reach when it requests the lock", async () => {
    const load = new LoadSession({ ...sharedAddress(), uri: "bolt://127.0.0.1:1" });
    await expect(LoadLock.take(load, 1000, () => {})).rejects.toMatchObject({
      reason: "UNREACHABLE",
      message: expect.stringContaining("does not answer at bolt://127.0.0.1:1"),
    });
    await load.close();
  });

  test("cannot activate or drop a revision once its lock is lost", async () => {
    await loadDataset(first, sharedAddress());
    const load = new LoadSession(sharedAddress());
    const lock = await LoadLock.take(load, 1000, () => {});
    const running = await cypher(sharedAddress(), "SHOW TRANSACTIONS YIELD transactionId, currentQuery");
    const ids = running
      .filter(({ currentQuery }) => !String(currentQuery).startsWith("SHOW TRANSACTIONS"))
      .map(({ transactionId }) => transactionId);
    expect(ids).toHaveLength(1);
    await cypher(sharedAddress(), "TERMINATE TRANSACTIONS $ids", { ids });
    await expect(lock.assertHeld()).rejects.toThrow("lost its lock");
    await expect(lock.flip("stolen")).rejects.toThrow("lost its lock");
    for (const generation of await generations(load)) {
      await expect(dropGeneration(load, lock, generation, 0)).rejects.toThrow("lost its lock");
    }
    await lock.release();
    await load.close();
    expect(await store.activeRevision()).toBe(first.revision);
  });

  test("refuses to read another data model with a message of its own, and loads beside an older one that is being read", async () => {
    await loadDataset(first, sharedAddress());
    const older = `${first.revision}@1`;
    await cypher(
      sharedAddress(),
      `MATCH (each:Entity|Active) SET each.revision = $older
       WITH DISTINCT 1 AS one MATCH (active:Active) SET active.dataModel = 1`,
      { older },
    );
    await expect(store.activeRevision()).rejects.toMatchObject({
      reason: "OTHER_DATA_MODEL",
      message: expect.stringContaining("load the dataset again"),
    });
    const summary = await loadDataset(first, sharedAddress());
    expect(summary).toMatchObject({ outcome: "LOADED", replaced: first.revision, changes: [], dropped: [] });
    expect(await store.activeRevision()).toBe(first.revision);
    const [held] = await cypher(
      sharedAddress(),
      `MATCH (dataset:Dataset {revision: $older})
       RETURN dataset.state AS state, COUNT { (:Role {revision: $older})-[:LEADS_TO]->() } AS transitions`,
      { older },
    );
    expect(held).toEqual({ state: "READY", transitions: first.transitions.length });
    // A newer version has loaded beside it; this one continues with its own generation until it is dropped.
    await cypher(sharedAddress(), "MATCH (active:Active) SET active.dataModel = $newer, active.revision = 'x@99'", {
      newer: neo4j.int(99),
    });
    expect(await store.activeRevision()).toBe(first.revision);
    await cypher(sharedAddress(), "MATCH (dataset:Dataset) WHERE dataset.revision <> $older DETACH DELETE dataset", {
      older,
    });
    await expect(store.activeRevision()).rejects.toThrow("run the version of this service that loaded it");
  });
});

async function titlesOf(reader: ReturnType<Neo4jStore["reader"]>): Promise<string[]> {
  return (await reader.every("role")).map(({ label }) => label);
}

async function revisionsHeld(): Promise<unknown[]> {
  const rows = await cypher(sharedAddress(), "MATCH (entity:Entity) RETURN DISTINCT entity.revision AS revision");
  return rows.map((row) => datasetRevision(row["revision"] as string)).sort();
}

/** Every node with its properties, except the lock that every load takes. */
async function everything(): Promise<unknown> {
  const text =
    "MATCH (node) WHERE NOT node:LoadLock RETURN elementId(node) AS id, toString(node.loadedAt) AS loadedAt, properties(node) AS properties ORDER BY id";
  return JSON.stringify(await cypher(sharedAddress(), text));
}
