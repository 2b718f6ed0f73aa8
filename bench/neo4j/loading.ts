import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { DevelopmentNeo4j } from "../../dev/neo4j/DevelopmentNeo4j.js";
import { type Figure, leftOut, type Section } from "../Section.js";
import { environmentFor, NoNeo4jError, withNeo4j } from "./withNeo4j.js";

const SIZES = [1_000, 10_000, 100_000];
const HEAP = "1g";

/** Loading into an empty Neo4j, and reading the snapshot from which the service answers, each in its own process. */
export async function loading(): Promise<Section> {
  const figures: Figure[] = [];
  for (const roles of SIZES) figures.push(...(await atSize(roles)));
  return {
    title: "Loading into Neo4j",
    how: `Random datasets with 10 transitions and 20 skills per role and a source for every record. Each is loaded as \`career-graph load\` does, into an empty Neo4j Community Edition with a heap of ${HEAP} on the same machine. Then the snapshot (network and names) is read from it. Each is measured once. "Held" is the growth of heap and array buffers after a garbage collection; "at most" is the growth of the whole process.`,
    figures,
  };
}

async function atSize(roles: number): Promise<Figure[]> {
  const at = `${roles.toLocaleString("en")} roles`;
  try {
    return await withNeo4j(
      null,
      async (_, server) => {
        const { seconds, transitions, requirements, relationships } = await run(server, "loadRandom.js", String(roles));
        const snapshot = await run(server, "readSnapshot.js");
        return [
          {
            what: `${at}, ${transitions!.toLocaleString("en")} transitions, ${requirements!.toLocaleString("en")} requirements: load`,
            ours: `${told(seconds!)}, ${told(seconds! / (relationships! / 1e6))} per million relationships`,
            rival: "",
            ratio: "",
          },
          {
            what: `${at}: snapshot`,
            ours: `${told(snapshot.seconds!)}, ${Math.round(snapshot.held! / 1e6)} MB held, ${Math.round(snapshot.most! / 1e6)} MB at most`,
            rival: "",
            ratio: "",
          },
        ];
      },
      HEAP,
    );
  } catch (error) {
    if (error instanceof NoNeo4jError) return [leftOut(`${at}: load`, error.message)];
    throw error;
  }
}

/** Runs a script of this folder over a Neo4j and returns the figures that it prints. */
async function run(
  server: DevelopmentNeo4j,
  script: string,
  ...words: string[]
): Promise<Partial<Readonly<Record<string, number>>>> {
  const file = new URL(`./${script}`, import.meta.url).pathname;
  const env = { ...process.env, ...environmentFor(server) };
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", file, ...words], { env });
  return JSON.parse(stdout) as Record<string, number>;
}

function told(seconds: number): string {
  return `${Number(seconds.toPrecision(3))} s`;
}
