import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { DevelopmentNeo4j, StartOptions } from "./DevelopmentNeo4j.js";
import { freePort } from "./freePort.js";
import { lineOfVersion } from "./neo4jLines.js";
import { waitForBolt } from "./waitForBolt.js";

const run = promisify(execFile);

const USERNAME = "neo4j";

/** Whether a container engine answers the `docker` command. */
export async function dockerAnswers(): Promise<boolean> {
  return run("docker", ["version", "--format", "{{.Server.Version}}"], { timeout: 5000 }).then(
    () => true,
    () => false,
  );
}

/**
 * Starts Neo4j Community Edition in a container that is removed when it stops, and waits until it answers.
 * @throws Error if the engine cannot start it, or it does not answer
 */
export async function startWithDocker(options: StartOptions): Promise<DevelopmentNeo4j> {
  const say = options.say ?? (() => {});
  const { version } = lineOfVersion(options.version);
  const port = await freePort(options.port);
  const password = await passwordOf(options.dataDir);
  const volume = options.dataDir === undefined ? [] : ["--volume", `${resolve(options.dataDir)}:/data`];
  const heap = options.heap ?? "512m";
  say(`Starting Neo4j ${version} in a container…`);
  const { stdout } = await run(
    "docker",
    [
      ...["run", "--detach", "--rm", "--publish", `127.0.0.1:${port}:7687`, ...volume],
      // The password is passed in the environment, because every user of the machine can list the arguments of a process.
      ...["--env", "NEO4J_AUTH"],
      ...[
        "--env",
        `NEO4J_server_memory_heap_initial__size=${heap}`,
        "--env",
        `NEO4J_server_memory_heap_max__size=${heap}`,
      ],
      ...[
        "--env",
        `NEO4J_server_memory_pagecache_size=${options.pageCache ?? "128m"}`,
        "--env",
        "NEO4J_dbms_usage__report_enabled=false",
      ],
      `neo4j:${version}-community`,
    ],
    { env: { ...process.env, NEO4J_AUTH: `${USERNAME}/${password}` }, timeout: 10 * 60_000 },
  );
  const container = stdout.trim();
  const address = { uri: `bolt://127.0.0.1:${port}`, username: USERNAME, password };
  let stopping: Promise<void> | null = null;
  const stop = () => (stopping ??= run("docker", ["stop", "--time", "30", container]).then(() => {}));
  try {
    await waitForBolt(address, new Promise<never>(() => {}));
  } catch (error) {
    await stop();
    throw error;
  }
  say(`Neo4j ${version} answers at ${address.uri} (container ${container.slice(0, 12)}).`);
  return { ...address, version, startedBy: "docker", pid: null, stop };
}

/** The password stored with the data; if there is none, a new one, which is stored if the data is kept. */
async function passwordOf(dataDir: string | undefined): Promise<string> {
  const password = randomBytes(18).toString("base64url");
  if (dataDir === undefined) return password;
  const file = join(dataDir, "password");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept !== null) return kept.trim();
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}
