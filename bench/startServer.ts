import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** The script that starts the service for benchmarks; see `http/benchServer.ts`. */
export const BENCH_SERVER = new URL("./http/benchServer.js", import.meta.url).pathname;

/** A server in its own process. */
export interface BenchServer {
  /** Address of its GraphQL endpoint. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a script that prints the address of its GraphQL endpoint when it listens.
 * @throws Error if it ends before that
 */
export async function startServer(
  script: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<BenchServer> {
  const child: ChildProcess = spawn(process.execPath, [script, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...environment },
  });
  const ended = once(child, "exit");
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout!.on("data", (text: Buffer) => {
      said += text.toString();
      const [address] = /http:\S+/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`The server ended with code ${code} before it listened.`)));
  });
  return {
    url,
    pid: child.pid!,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Ids of the first 100 roles by title. */
export async function roleIdsOf(url: string): Promise<readonly string[]> {
  const { data } = await ask(url, JSON.stringify({ query: "{ roles(first: 100) { nodes { id } } }" }));
  return (data as { roles: { nodes: { id: string }[] } }).roles.nodes.map(({ id }) => id);
}

/** The body of the answer to an operation. */
export async function ask(url: string, body: string): Promise<{ readonly data: unknown }> {
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  return (await answer.json()) as { data: unknown };
}
