import { readFileSync } from "node:fs";
import { buildNameIndex } from "../../src/names/NameIndex.js";
import type { NamedRow } from "../../src/names/NameTable.js";

// Prints the milliseconds of processor time for finding the skills of a text of 20 KB among 20,000 skills, for a typical text and for
// some unusual ones. Processor time does not include other work on the machine; the best of three runs does not include compilation.

const MOST_BYTES = 20 * 1024;

const rows = Array.from({ length: 20_000 }, (_, position): NamedRow => {
  const topic = `topic${(position % 5_000).toString(36)}`;
  return {
    id: `skill:s${position}`,
    originId: "dataset:a",
    sameAsIds: [],
    name: `use ${topic} of the ${position.toString(36)} tools and machines`,
    aliases: [`${topic} ${position % 7}`, `A a ${topic}`],
  };
});
for (const name of ["R", "Go", "C++", "Python", "a a a a a a a a a a b"])
  rows.push({ id: `skill:${name}`, originId: "dataset:a", sameAsIds: [], name, aliases: [] });

const names = await buildNameIndex([rows]);

function filled(piece: string, start = ""): string {
  return start + piece.repeat(Math.floor((MOST_BYTES - Buffer.byteLength(start)) / Buffer.byteLength(piece)));
}

const texts: Readonly<Record<string, string>> = {
  prose: filled(readFileSync("README.md", "utf8").slice(0, 2_000)),
  "one name": filled("Python "),
  "one short name": filled("R "),
  "a beginning of many names": filled("use "),
  "a beginning of one long name": filled("a "),
  "one word": filled("x"),
  emoji: filled("😀"),
  "emoji and joiners": filled("👩\u200d💻"),
  "right to left": filled("שלום "),
  marks: filled("\u0301\u0323", "a"),
  "letters with many marks": filled("e\u0301\u0323\u0302"),
  blanks: filled(" ", "a"),
  signs: filled("+", "C "),
  "words and signs": filled("C+"),
  "blanks and signs": filled("a  +"),
  dots: filled(".a"),
  lines: filled("\n"),
  "lines and brackets": filled("\n("),
};

console.log(
  JSON.stringify(
    Object.fromEntries(
      Object.entries(texts).map(([what, text]) => [what, Math.min(timed(text), timed(text), timed(text))]),
    ),
  ),
);

function timed(text: string): number {
  const started = process.cpuUsage();
  names.skillsIn(text);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}
