import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { loadDataset } from "../../../../src/store/neo4j/loading/loadDataset.js";
import type { Neo4jAddress } from "../../../../src/store/neo4j/Neo4jAddress.js";
import { Neo4jStore } from "../../../../src/store/neo4j/Neo4jStore.js";
import { generatedGraph } from "../generatedGraph.js";
import { describeWithNeo4j, erase, sharedAddress } from "../neo4jForTests.js";

const SIZE = { roles: 30, skills: 20, transitionsPerRole: 3, skillsPerRole: 4 };
const first = generatedGraph(1, SIZE, 1);
const second = generatedGraph(1, SIZE, 2);

/** A word of the statement that makes a revision active; it identifies the connection. */
const FLIP = "active.dataModel = $dataModel";
/** The bytes of the message COMMIT of the Bolt protocol: its length, a structure without fields of the kind 0x12, the end. */
const COMMIT = Buffer.from([0, 2, 0xb0, 0x12, 0, 0]);

/** A load whose connection breaks in its last step finds out whether its revision became active, and says so. */
describeWithNeo4j("a connection that breaks while a revision is made active", () => {
  let store: Neo4jStore;
  let proxy: Server | null = null;

  beforeEach(async () => {
    await erase(sharedAddress());
    await loadDataset(first, sharedAddress());
    store = new Neo4jStore(sharedAddress());
  });
  afterEach(async () => {
    proxy?.close();
    await store.close();
    await erase(sharedAddress());
  });

  test("if the commit arrived and only its acknowledgement was lost, the load has succeeded", async () => {
    expect(await loadDataset(second, await through("ACKNOWLEDGEMENT"))).toMatchObject({
      outcome: "LOADED",
      replaced: first.revision,
    });
    expect(await store.activeRevision()).toBe(second.revision);
  });

  test("if the commit never arrived, the load has failed, the active revision stays, and the next load succeeds", async () => {
    await expect(loadDataset(second, await through("COMMIT"))).rejects.toMatchObject({
      name: "LoadError",
      message: expect.stringMatching(/did not become active.*Load again/),
    });
    expect(await store.activeRevision()).toBe(first.revision);
    expect(await loadDataset(second, sharedAddress())).toMatchObject({ outcome: "LOADED" });
    expect(await store.activeRevision()).toBe(second.revision);
  });

  /**
   * The address of a proxy in front of the shared Neo4j. It breaks the connection that makes a revision active, so that the given message
   * never arrives.
   */
  async function through(swallowed: "COMMIT" | "ACKNOWLEDGEMENT"): Promise<Neo4jAddress> {
    const { hostname, port } = new URL(sharedAddress().uri);
    let broken = false;
    const breaking = (client: Socket, server: Socket): void => {
      let [flips, commits] = [false, false];
      const end = (): void => {
        broken = true;
        client.destroy();
        server.destroy();
      };
      client.on("data", (sent) => {
        flips ||= sent.includes(FLIP);
        commits = !broken && flips && sent.includes(COMMIT);
        if (commits && swallowed === "COMMIT") end();
        else server.write(sent);
      });
      server.on("data", (answered) => {
        if (commits) end();
        else client.write(answered);
      });
      for (const [one, other] of [[client, server] as const, [server, client] as const]) {
        one.on("error", () => {}); // Both ends are closed below.
        one.on("close", () => other.destroy());
      }
    };
    proxy = createServer((client) => breaking(client, connect(Number(port), hostname))).listen(0, "127.0.0.1");
    await once(proxy, "listening");
    return { ...sharedAddress(), uri: `bolt://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
  }
});
