import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";

const ROLES = 4_000;
const TRANSITIONS = 10;
const NEEDS = 21;

/** Megabytes. Reading takes about 80, and took 140 when each record had its own copies of ids and citations. */
const HEAP = 110;

test("reads 132,000 relationships in a small heap", async () => {
  const folder = await mkdtemp(join(tmpdir(), "career-graph-"));
  try {
    await writeLargeDataset(folder);
    const args = [`--max-old-space-size=${HEAP}`, "dist/cli/career-graph.js", "validate", folder];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(stdout).toContain(`${ROLES} roles, ${ROLES * TRANSITIONS} transitions`);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

/** Every record cites one of five sources, as imported records do. */
async function writeLargeDataset(folder: string): Promise<void> {
  const cites = (n: number) => [{ source: `source:data-file-${n % 5}`, heading: `Table ${n % 20}` }];
  const roleId = (n: number) => `role:occupation-number-${n % ROLES}`;
  const skillId = (n: number) => `skill:skill-number-${n % ROLES}`;
  const write = (kind: string, count: number, recordAt: (n: number) => object) =>
    writeFile(
      join(folder, `${kind}.jsonl`),
      Array.from({ length: count }, (_, n) => `${JSON.stringify(recordAt(n))}\n`).join(""),
    );
  await writeFile(join(folder, "dataset.yaml"), "name: Large\nversion: '1'\n");
  await write("sources", 5, (n) => ({ id: `source:data-file-${n}`, title: `Data file ${n}` }));
  await write("skills", ROLES, (n) => ({ id: skillId(n), name: `Skill number ${n}`, cites: cites(n) }));
  await write("roles", ROLES, (n) => ({
    id: roleId(n),
    title: `Occupation number ${n}`,
    place: "UNPLACED",
    skills: Array.from({ length: NEEDS }, (_, i) => ({
      skill: skillId(n + i * 97),
      importance: i % 2 === 0 ? "ESSENTIAL" : "USEFUL",
      cites: cites(n + i),
    })),
    cites: cites(n),
  }));
  await write("transitions", ROLES * TRANSITIONS, (n) => ({
    from: roleId(n),
    to: roleId(n + 1 + Math.floor(n / ROLES) * 31),
    kind: "RELATED",
    basis: "INFERRED",
    note: "The source calls the two occupations similar. It does not state a move.",
    cites: cites(n),
  }));
}
