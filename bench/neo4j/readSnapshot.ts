import { SnapshotHolder } from "../../src/snapshot/SnapshotHolder.js";
import { Neo4jStore } from "../../src/store/neo4j/Neo4jStore.js";
import { millisecondsOf } from "../figures.js";
import { readConfig } from "../../src/server/Config.js";

// Reads the snapshot of the active revision and prints what that took; run with --expose-gc.
const store = new Neo4jStore(readConfig(process.env).neo4j!);
const held = (): number => {
  globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
await store.activeRevision(); // Connects.
const holder = new SnapshotHolder(store);
const before = held();
const resident = process.memoryUsage.rss();
const milliseconds = await millisecondsOf(() => holder.refresh());
const most = process.resourceUsage().maxRSS * 1024 - resident;
const figures = { seconds: milliseconds / 1000, held: held() - before, most };
if (holder.current !== null) console.log(JSON.stringify(figures));
await store.close();
