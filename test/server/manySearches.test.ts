import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { HTTP_LIMITS } from "../../src/server/HTTP_LIMITS.js";
import { Dice } from "../paths/randomGraph.js";

const [ROLES, STEPS, NEEDS, SKILLS] = [3_000, 10, 20, 400] as const;
const CITES = [{ source: "source:guide" }];

/** Linux is needed to read the resident memory. */
const testOnLinux = existsSync("/proc/self/status") ? test : test.skip;

/** Writes a dataset folder on which a search by skills does not end by itself: a ring whose roles lead to others nearby. */
async function writeRing(folder: string): Promise<void> {
  const dice = new Dice(14);
  const skills = Array.from({ length: SKILLS }, (_, skill) => `skill:s${skill}`);
  const lines = (records: readonly object[]): string => records.map((record) => JSON.stringify(record)).join("\n");
  const roles = Array.from({ length: ROLES }, (_, role) => ({
    id: `role:r${role}`,
    title: `Role ${role}`,
    place: "UNPLACED",
    cites: CITES,
    skills: dice.some(skills, NEEDS).map((skill) => ({ skill, importance: "ESSENTIAL", cites: CITES })),
  }));
  const transitions = roles.flatMap(({ id }, role) =>
    dice
      .some(
        Array.from({ length: 60 }, (_, distance) => distance + 1),
        STEPS,
      )
      .map((distance) => ({
        ...{ from: id, to: `role:r${(role + distance) % ROLES}`, kind: "RELATED", basis: "STATED", cites: CITES },
        statedYears: 1 + dice.below(4),
      })),
  );
  await writeFile(join(folder, "dataset.yaml"), "id: ring\nname: Ring\nversion: 1.0.0\n");
  await writeFile(join(folder, "sources.jsonl"), lines([{ id: "source:guide", title: "Guide" }]));
  await writeFile(
    join(folder, "skills.jsonl"),
    lines(skills.map((id) => ({ id, name: id.slice("skill:".length), cites: CITES }))),
  );
  await writeFile(join(folder, "roles.jsonl"), lines(roles));
  await writeFile(join(folder, "transitions.jsonl"), lines(transitions));
}

/** The highest resident memory of a process so far, in MB. */
function mostResident(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
  return Number(kilobytes) / 1_024;
}

testOnLinux(
  "1,200 heavy searches in 120 requests at once stay under 600 MB, and each request is answered or refused",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "career-graph-"));
    await writeRing(folder);
    const service = spawn(process.execPath, ["--max-old-space-size=512", "dist/cli/career-graph.js", "serve"], {
      env: { ...process.env, NODE_OPTIONS: "", DATASET: folder, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "silent" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const [banner] = (await once(service.stdout, "data")) as [Buffer];
      const url = /http:\S+/.exec(banner.toString())![0];
      const ask = async (request: number): Promise<string> => {
        const searches = Array.from({ length: 10 }, (_, search) => {
          const from = (request * 10 + search) * 2;
          const ends = `from: "role:r${from}", to: "role:r${(from + 700) % ROLES}"`;
          return `s${search}: paths(${ends}, objective: LEAST_LEARNING, limit: 20) { outcome }`;
        });
        const answer = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query: `{ ${searches.join(" ")} }` }),
        });
        const { data, errors } = (await answer.json()) as {
          readonly data?: Readonly<Record<string, { readonly outcome: string } | null>> | null;
          readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
        };
        if (errors !== undefined) return [...new Set(errors.map(({ extensions: { code } }) => code))].join();
        return Object.values(data!).some((paths) => paths!.outcome === "LIMIT_REACHED") ? "LIMIT_REACHED" : "FOUND";
      };
      const answers = await Promise.all(Array.from({ length: 120 }, (_, request) => ask(request)));
      const refused = answers.filter((answer) => answer === "TOO_BUSY");
      expect(answers.length - refused.length).toBeGreaterThanOrEqual(HTTP_LIMITS.computing);
      for (const answer of new Set(answers)) expect(["TOO_BUSY", "LIMIT_REACHED", "FOUND"]).toContain(answer);
      expect(mostResident(service.pid!)).toBeLessThan(600);
    } finally {
      service.kill();
      await once(service, "exit");
      await rm(folder, { recursive: true });
    }
  },
  60_000,
);
