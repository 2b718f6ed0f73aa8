import { spawn, execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import type { DevelopmentNeo4j, StartOptions } from "./DevelopmentNeo4j.js";
import { type Java, javaForLine } from "./findJava.js";
import { freePort } from "./freePort.js";
import { neo4jJars } from "./neo4jJars.js";
import { lineOfVersion } from "./neo4jLines.js";
import { ServerExitedError, waitForBolt } from "./waitForBolt.js";

const run = promisify(execFile);

const USERNAME = "neo4j";

/** Milliseconds that a stopped server gets to close its store before it is killed. */
const STOP_PATIENCE = 30_000;

/**
 * The shell between this process and the server. Its standard input is a pipe that only this process holds. When this process ends for
 * any reason, the pipe closes; the shell then stops the server and removes the folder FORGET, if it is set. So no server or throwaway
 * data is left behind.
 */
const GUARD = `"$@" </dev/null >&2 3<&- & server=$!
echo "$server"
{ read -r nothing; kill "$server"; } <&3 >/dev/null 2>&1 &
wait "$server"; code=$?
kill "$!"
[ -z "$FORGET" ] || rm -rf "$FORGET"
exit "$code"`;

/**
 * Starts Neo4j Community Edition from its Maven artifacts, on 127.0.0.1 with only Bolt, and waits until it answers.
 * @throws Error if no suitable Java or no Maven is found, or the server ends before it answers (with the end of its log)
 */
export async function startWithJava(options: StartOptions): Promise<DevelopmentNeo4j> {
  const say = options.say ?? (() => {});
  const line = lineOfVersion(options.version);
  const java = await javaForLine(line);
  if (java === null) {
    throw new Error(
      `Neo4j ${line.version} needs a Java ${line.java.from} to ${line.java.to}; none was found by JAVA_HOME, on the PATH or in /usr/lib/jvm. Install one, or start a container engine.`,
    );
  }
  const jars = await neo4jJars(line.version, options.cacheDir, say, options.plugin);
  const classPath = `${jars.server}/*`;
  const home = options.dataDir ?? (await mkdtemp(join(options.throwawayIn ?? tmpdir(), "career-graph-neo4j-")));
  const forgetData = async () => {
    if (options.dataDir === undefined) await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const port = await freePort(options.port);
    await configure(home, port, options, jars.plugin);
    const password = await passwordOf(home, java, classPath);
    const heap = options.heap ?? "512m";
    const command = [
      java.path,
      `-Xms${heap}`,
      `-Xmx${heap}`,
      "-XX:+UseParallelGC", // The serial one stops everything while one core works.
      ...JAVA_OPTIONS,
      "-cp",
      classPath,
      line.mainClass,
    ];
    const server = await spawnServer(
      [...command, "--home-dir", home, "--config-dir", join(home, "conf")],
      home,
      options.dataDir === undefined,
    );
    const address = { uri: `bolt://127.0.0.1:${port}`, username: USERNAME, password };
    let stopping: Promise<void> | null = null;
    const stop = () => (stopping ??= server.stop(options.dataDir !== undefined).then(forgetData));
    try {
      await waitForBolt(address, server.exited);
    } catch (error) {
      await stop();
      throw error;
    }
    say(`Neo4j ${line.version} answers at ${address.uri} (Java ${java.release}, process ${server.pid}).`);
    return { ...address, version: line.version, startedBy: "java", pid: server.pid, stop };
  } catch (error) {
    await forgetData();
    throw error;
  }
}

async function configure(
  home: string,
  port: number,
  { pageCache = "128m", plugin }: StartOptions,
  pluginFolder: string | null,
): Promise<void> {
  await mkdir(join(home, "conf"), { recursive: true });
  await mkdir(join(home, "logs"), { recursive: true });
  const settings = {
    "server.default_listen_address": "127.0.0.1",
    "server.bolt.listen_address": `127.0.0.1:${port}`,
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.pagecache.size": pageCache,
    "dbms.usage_report.enabled": "false",
    // Keep-alive ends connections of frozen or killed clients, which would otherwise keep the load lock.
    "server.bolt.connection_keep_alive": "10s",
    ...(plugin === undefined || pluginFolder === null
      ? {}
      : {
          "server.directories.plugins": pluginFolder,
          "dbms.security.procedures.unrestricted": plugin.unrestricted,
        }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(home, "conf", "neo4j.conf"), lines.join(""));
}

/** The password of the store in `home`. A new store gets a generated password, which must be set before its first start. */
async function passwordOf(home: string, java: Java, classPath: string): Promise<string> {
  const file = join(home, "password");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept !== null) return kept.trim();
  const password = randomBytes(18).toString("base64url");
  await run(
    java.path,
    [...JAVA_OPTIONS, "-cp", classPath, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", `--`, password],
    { env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") } },
  );
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

const JAVA_OPTIONS = ["--add-opens", "java.base/java.nio=ALL-UNNAMED"];

interface RunningServer {
  readonly pid: number;
  /** Never resolves; rejects with a ServerExitedError when the server has ended. */
  readonly exited: Promise<never>;
  /** Waits until the server has ended. An orderly stop closes the store, which takes 10 s; throwaway data does not need it. */
  stop(orderly: boolean): Promise<void>;
}

async function spawnServer(command: readonly string[], home: string, throwaway: boolean): Promise<RunningServer> {
  const log = join(home, "logs", "console.log");
  const logFile = openSync(log, "a");
  // Its own process group, so that Ctrl-C in a terminal reaches the server only through `stop`.
  const guard = spawn("/bin/sh", ["-c", GUARD, "sh", ...command], {
    stdio: ["ignore", "pipe", logFile, "pipe"],
    detached: true,
    env: { ...process.env, FORGET: throwaway ? home : "" },
  });
  closeSync(logFile);
  const ended = new Promise<number | null>((resolve) => guard.once("exit", resolve));
  const exited = ended.then(async (code) => {
    const tail = (await readFile(log, "utf8").catch(() => "")).trim().split("\n").slice(-5).join("\n");
    throw new ServerExitedError(`Neo4j ended with code ${code} before it answered. The end of its log:\n${tail}`);
  });
  exited.catch(() => {}); // Nobody waits for it after the start.
  const pid = await new Promise<number>((resolve, reject) => {
    guard.once("error", reject);
    createInterface(guard.stdout!).once("line", (text) => resolve(Number(text)));
    ended.then(() => reject(new ServerExitedError("The shell that starts Neo4j ended at once.")), reject);
  });
  return {
    pid,
    exited,
    async stop(orderly) {
      signal(pid, "SIGCONT"); // A frozen process would hear nothing else.
      signal(pid, orderly ? "SIGTERM" : "SIGKILL");
      const impatience = setTimeout(() => signal(pid, "SIGKILL"), STOP_PATIENCE);
      await ended;
      clearTimeout(impatience);
    },
  };
}

/** Sends a signal to a process that may already have ended. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // The process has already ended.
  }
}
