import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readConfig } from "../../../src/server/Config.js";
import { serve, type Service } from "../../../src/server/serve.js";
import { storedRevision } from "../../../src/store/neo4j/dataModel.js";
import { loadDataset } from "../../../src/store/neo4j/loading/loadDataset.js";
import { activateRevision, heldRevisions, verifyRevision } from "../../../src/store/neo4j/loading/revisions.js";
import { Neo4jStore } from "../../../src/store/neo4j/Neo4jStore.js";
import type { CareerReader } from "../../../src/store/CareerStore.js";
import { StoreDamagedError } from "../../../src/store/StoreDamagedError.js";
import { eventually } from "../../eventually.js";
import { FaultyNetwork } from "./FaultyNetwork.js";
import { generatedGraph } from "./generatedGraph.js";
import { cypher, describeWithNeo4j, erase, sharedAddress } from "./neo4jForTests.js";

/** Three parts of the network. */
const SIZE = { roles: 220, skills: 30, transitionsPerRole: 3, skillsPerRole: 4 };
const dataset = generatedGraph(9, SIZE);
const another = generatedGraph(9, SIZE, 2);
const [transition] = dataset.transitions;
const { fromId, toId } = transition!;
const [need] = dataset.requirements.filter(({ roleId }) => roleId === fromId);

/** How a generation may be damaged, and what `verify` reports. `$revision` is the generation as stored. */
const DAMAGES = [
  [
    "a transition",
    "MATCH (:Role {id: $fromId, revision: $revision})-[r:LEADS_TO]->(:Role {id: $toId}) DELETE r",
    /LEADS_TO: \d+ instead of \d+/,
  ],
  [
    "a need",
    "MATCH (:Role {id: $fromId, revision: $revision})-[r:REQUIRES]->(:Skill {id: $skillId}) DELETE r",
    /REQUIRES: \d+ instead of \d+/,
  ],
  [
    "a citation",
    "MATCH (:Role {id: $fromId, revision: $revision})-[r:CITES]->() DELETE r",
    /CITES: \d+ instead of \d+/,
  ],
  [
    "a part of the network",
    "MATCH (part:NetworkPart {revision: $revision, ordinal: 1}) DELETE part",
    /part 1 of the network is missing/,
  ],
  [
    "the last part of the network",
    "MATCH (part:NetworkPart {revision: $revision, ordinal: 2}) DELETE part",
    /network-part: 2 instead of 3/,
  ],
  ["a role", "MATCH (role:Role {id: $fromId, revision: $revision}) DETACH DELETE role", /role: 219 instead of 220/],
  [
    "a source",
    "MATCH (source:Source {revision: $revision}) DETACH DELETE source",
    /a record refers to source:guide, which is missing/,
  ],
] as const;

const QUESTION = `query ($from: String!, $to: String!) {
  shortestPath(from: $from, to: $to) {
    steps {
      to { id title skills { skill { name } } citations { source { id } } }
      transition { kind basis }
      skillsToLearn { skill { name } }
    }
  }
  role(ref: $from) { id title skills { importance skill { id name } } citations { source { id } } }
}`;

/** A damaged generation is reported, repaired by loading again, and never gives a wrong answer. */
describeWithNeo4j("a damaged generation", () => {
  let running: Service | null = null;
  let right: unknown;

  beforeAll(async () => {
    await erase(sharedAddress());
    await loadDataset(dataset, sharedAddress());
    running = await serve(config());
    await eventually(async () => expect(await health(running!)).toMatchObject({ status: "ok" }), { timeout: 120_000 });
    right = await ask(running);
    expect(right).toMatchObject({ data: { shortestPath: { steps: [{ to: { id: toId } }] } } });
    expect(right).not.toHaveProperty("errors");
  });
  afterAll(async () => {
    await running?.close();
    await erase(sharedAddress());
  });

  test.each(DAMAGES)(
    "without %s is found by verify, not read by readers, and repaired by load",
    async (_, text, problem) => {
      const stored = await activeStored();
      await damage(stored, text);
      const verified = await verifyRevision(sharedAddress(), null);
      expect(verified.problems.join("\n")).toMatch(problem);
      await expect(activateRevision(sharedAddress(), stored)).rejects.toThrow(
        /is damaged, so the active revision is unchanged/,
      );
      const store = new Neo4jStore(sharedAddress());
      await expect(snapshotOf(store)).rejects.toBeInstanceOf(StoreDamagedError);
      await store.close();
      await repairs();
      expect(await verifyRevision(sharedAddress(), null)).toMatchObject({ problems: [] });
    },
  );

  test("in which the network and a relationship differ is found by verify and repaired by load", async () => {
    const between = "(:Role {id: $fromId, revision: $revision})-[r:LEADS_TO]->(:Role {id: $toId})";
    await damage(await activeStored(), `MATCH ${between} SET r.kind = 'LATERAL'`);
    const { problems } = await verifyRevision(sharedAddress(), null);
    expect(problems).toEqual([
      `${fromId}, or a relationship that starts from it, was changed after the load`,
      `part 0 of the network and the relationships of ${fromId} differ`,
    ]);
    await repairs();
    expect(await verifyRevision(sharedAddress(), null)).toMatchObject({ problems: [] });
  });

  test("with one changed byte in the network is found; a service over it starts, reports it, and is ready after the repair", async () => {
    const stored = await activeStored();
    const [{ bytes }] = (await cypher(
      sharedAddress(),
      "MATCH (p:NetworkPart {revision: $stored, ordinal: 1}) RETURN p.toOrdinals AS bytes",
      { stored },
    )) as [{ bytes: Int8Array }];
    const other = Int8Array.from(bytes);
    other[40]! ^= 1;
    await cypher(sharedAddress(), "MATCH (p:NetworkPart {revision: $stored, ordinal: 1}) SET p.toOrdinals = $other", {
      stored,
      other,
    });
    expect((await verifyRevision(sharedAddress(), null)).problems).toEqual([
      "part 1 of the network does not match its checksum",
    ]);
    const fresh = await serve(config());
    try {
      expect(await health(fresh)).toEqual({ code: 503, status: "unavailable", reason: "DAMAGED" });
      expect(await ask(fresh)).toMatchObject({ errors: [{ extensions: { code: "STORE_UNAVAILABLE" } }, {}] });
      await repairs();
      await eventually(async () => expect(await health(fresh)).toMatchObject({ status: "ok" }), { timeout: 20_000 });
      expect(await ask(fresh)).toEqual(right);
    } finally {
      await fresh.close();
    }
  });

  test("is no longer read by a running service, which stays ready, answers from memory or not at all, and recovers", async () => {
    for (const [, text] of DAMAGES.slice(0, 3)) {
      const stored = await activeStored();
      await damage(stored, text);
      await eventually(
        async () => expect(await health(running!)).toMatchObject({ code: 200, status: "degraded", reason: "DAMAGED" }),
        { timeout: 5_000 },
      );
      // What it kept before the damage was noticed is gone, so it says that it cannot answer.
      const answer = (await ask(running!)) as { errors: { extensions: { code: string } }[] };
      expect([...new Set(answer.errors.map(({ extensions }) => extensions.code))]).toEqual(["STORE_UNAVAILABLE"]);
      await repairs();
      await eventually(async () => expect(await health(running!)).toMatchObject({ status: "ok" }), { timeout: 10_000 });
      expect(await ask(running!)).toEqual(right);
    }
  });

  test("is reported at once by a reader that knows how long its lists are", async () => {
    const stored = await activeStored();
    const store = new Neo4jStore(sharedAddress());
    const reader = store.reader(await store.activeRevision());
    for await (const _ of reader.roleRows());
    await damage(stored, DAMAGES[1][1]);
    await expect(reader.related("requirementsOfRole", [fromId])).rejects.toBeInstanceOf(StoreDamagedError);
    await expect(reader.nodes([toId])).rejects.toBeInstanceOf(StoreDamagedError);
    await store.close();
    await repairs();
  });

  test("is reported by a reader that finds fewer names or entities than were loaded", async () => {
    const DELETE_TRACKS = "MATCH (track:Track {revision: $revision}) DETACH DELETE track";
    const DELETE_SOURCES = "MATCH (source:Source {revision: $revision}) DETACH DELETE source";
    for (const [text, read] of [
      [DELETE_TRACKS, (reader: CareerReader) => namesOf(reader)],
      [DELETE_SOURCES, (reader: CareerReader) => reader.every("source")],
    ] as const) {
      const store = new Neo4jStore(sharedAddress());
      const reader = store.reader(await store.activeRevision());
      await damage(await activeStored(), text);
      await expect(read(reader)).rejects.toBeInstanceOf(StoreDamagedError);
      await store.close();
      await repairs();
    }
  });

  test("gives nothing to a read that ends after the damage was noticed", async () => {
    const network = await FaultyNetwork.before(sharedAddress().uri);
    const store = new Neo4jStore({ ...sharedAddress(), uri: network.uri }, { deadline: 20_000 });
    try {
      const stored = await activeStored();
      const reader = store.reader(await store.activeRevision());
      // Two connections: one for the late read, and one on which the damage is noticed meanwhile.
      await Promise.all([reader.nodes([fromId]), reader.nodes([need!.skillId])]);
      network.delay(3000);
      const late = reader.nodes([toId]);
      late.catch(() => {}); // Awaited below.
      await sleep(200);
      network.mend();
      await damage(stored, DAMAGES[0][1]);
      await expect(store.activeRevision()).rejects.toBeInstanceOf(StoreDamagedError);
      expect(reader.peekNode(fromId)).toBeUndefined();
      await expect(late).rejects.toBeInstanceOf(StoreDamagedError);
      expect(reader.peekNode(toId)).toBeUndefined();
    } finally {
      await store.close();
      await network.close();
      await repairs();
    }
  });

  test("is not activated, by activate or by load, while a complete one is active", async () => {
    const first = await activeStored();
    await loadDataset(another, sharedAddress());
    const before = await activeStored();
    expect(before).toBe(storedRevision(another.revision));
    expect(await activateRevision(sharedAddress(), first)).toEqual({ stored: first, replaced: before });
    expect(await activateRevision(sharedAddress(), before)).toEqual({ stored: before, replaced: first });
    await damage(first, DAMAGES[0][1]);
    await expect(activateRevision(sharedAddress(), first)).rejects.toThrow(/is damaged/);
    await expect(activateRevision(sharedAddress(), "nothing")).rejects.toThrow(/has no revision nothing/);
    const summary = await loadDataset(dataset, sharedAddress());
    expect(summary).toMatchObject({
      outcome: "LOADED",
      replaced: another.revision,
      damage: expect.arrayContaining([expect.stringMatching(/LEADS_TO/)]),
    });
    expect(await verifyRevision(sharedAddress(), null)).toMatchObject({ problems: [] });
  });

  async function repairs(): Promise<void> {
    const summary = await loadDataset(dataset, sharedAddress(), { grace: 0 });
    expect(summary).toMatchObject({
      outcome: "REPAIRED",
      revision: dataset.revision,
      replaced: dataset.revision,
      changes: [],
    });
    expect(summary.damage).not.toEqual([]);
  }

  function damage(revision: string, text: string): Promise<unknown> {
    return cypher(sharedAddress(), text, { revision, fromId, toId, skillId: need!.skillId });
  }
});

async function activeStored(): Promise<string> {
  const [active] = await heldRevisions(sharedAddress());
  return active!.stored;
}

async function namesOf(reader: CareerReader): Promise<void> {
  for await (const _ of reader.names());
}

/** Reads what a snapshot is built from. */
async function snapshotOf(store: Neo4jStore): Promise<void> {
  const reader = store.reader(await store.activeRevision());
  for await (const _ of reader.roleRows());
  await reader.related("transitionsFromRole", [fromId]);
  throw new Error("Nothing was found.");
}

function config() {
  const neo4j = sharedAddress();
  return { ...readConfig({ PORT: "0", LOG_LEVEL: "silent" }), neo4j, port: 0, pollSeconds: 0.1 };
}

async function ask({ url }: Service): Promise<unknown> {
  const body = JSON.stringify({ query: QUESTION, variables: { from: fromId, to: toId } });
  return (await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body })).json();
}

async function health({ url }: Service): Promise<unknown> {
  const answer = await fetch(new URL("/health/ready", url));
  return { code: answer.status, ...((await answer.json()) as object) };
}
