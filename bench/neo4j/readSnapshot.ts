import { SnapshotHolder } from "../../src/snapshot/SnapshotHolder.js";
import { Neo4jStore } from "../../src/store/neo4j/Neo4jStore.js";
import { millisecondsOf } from "../figures.js";
import { heldMemory } from "../heldMemory.js";
import { readConfig } from "../../src/server/Config.js";

// Reads the snapshot of the active revision and prints what that took; run with --expose-gc.
const store = new Neo4jStore(readConfig(process.env).neo4j!);
await store.activeRevision(); // Connects.
const holder = new SnapshotHolder(store);
const before = heldMemory();
const resident = process.memoryUsage.rss();
const milliseconds = await millisecondsOf(() => holder.check());
const most = process.resourceUsage().maxRSS * 1024 - resident;
const figures = { seconds: milliseconds / 1000, held: heldMemory() - before, most };
if (holder.current !== null) console.log(JSON.stringify(figures));
await store.close();
