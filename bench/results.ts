import { existsSync, readFileSync, writeFileSync } from "node:fs";

const FILE = "bench/RESULTS.md";
const INTRO = `# Benchmarks
\`npm run bench\` writes this file. Each section comes from the last run of its subject. A ratio compares two figures of the same run, in which
Career Graph and the rival took turns. Absolute times depend on the machine. \`npm run bench -- NAME…\` measures only the named subjects.
`;

/** Writes sections to the results file. Each replaces the section with the same title; the other sections stay. */
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
