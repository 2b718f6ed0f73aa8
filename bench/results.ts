import { existsSync, readFileSync, writeFileSync } from "node:fs";

const FILE = "bench/RESULTS.md";
const INTRO = `# Benchmarks
Written by \`npm run bench\`; each section by its last run. Ratios hold between figures of one run, in which ours and the rival's took
turns; absolute times depend on the machine. \`npm run bench -- NAME…\` measures some subjects alone.
`;

/** Puts sections into the file of results, each in the place of the section of the same title; others stay as they are. */
export function keepResults(sections: readonly string[]): void {
  const held = existsSync(FILE)
    ? readFileSync(FILE, "utf8")
        .split(/^(?=## )/m)
        .slice(1)
    : [];
  const byTitle = new Map([...held, ...sections].map((section) => [section.split("\n", 1)[0], section.trim()]));
  writeFileSync(
    FILE,
    [INTRO, ...[...byTitle.values()].sort()].join("\n").trimEnd().replaceAll("\n## ", "\n\n## ") + "\n",
  );
}
