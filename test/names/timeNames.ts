import { buildNameIndex } from "../../src/names/NameIndex.js";
import type { NamedRow } from "../../src/names/NameTable.js";

// Prints the milliseconds of processor time of the slowest search and the slowest invalid reference over 60,000 records. Processor time
// does not include other work on the machine; the best of three runs does not include compilation.

const HEADS = ["Senior", "Staff", "Lead", "Junior", "Chief", "Deputy", "Field", "Night", "Marine", "Rail"];

const rows = Array.from({ length: 60_000 }, (_, position): NamedRow => {
  const topic = `topic${(position % 20_000).toString(36)}`;
  const head = HEADS[position % HEADS.length]!;
  return {
    id: `role:r${position}`,
    originId: "dataset:a",
    sameAsIds: [],
    name: `${head} ${topic} Engineer ${position.toString(36)}`,
    aliases: [`${topic} ${head}`, `Engineer of ${topic}`],
  };
});

const names = await buildNameIndex([rows]);
const texts = ["senior topic1a", "enginer", "topicz9", "s", "staff engineer"];
const references = ["Senoir topic1a", "Engineer"];
console.log(
  JSON.stringify({
    search: slowest(texts.map((text) => () => names.search(text, null))),
    reference: slowest(references.map((text) => () => names.resolve("ROLE", text))),
  }),
);

function slowest(acts: readonly (() => unknown)[]): number {
  return Math.max(...acts.map((act) => Math.min(timed(act), timed(act), timed(act))));
}

function timed(act: () => unknown): number {
  const started = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}
