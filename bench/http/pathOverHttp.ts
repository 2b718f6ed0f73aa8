import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import { median } from "../median.js";

const CONNECTIONS = 10;
const ROUNDS = 5;
const SECONDS = 3;

const OPERATIONS = [
  { name: "shortest-path", variables: { from: "Data Scientist", to: "Staff MLE" } },
  { name: "role", variables: { ref: "Staff MLE" } },
] as const;

/**
 * The contract's shortest-path and role operations over HTTP against the same server answering a constant of the same shape:
 * requests a second, in turn, from this process, so that server and load have a core each where there are two.
 */
export async function pathOverHttp(): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { name, variables } of OPERATIONS) {
    const body = JSON.stringify({ query: readFileSync(`schema/operations/${name}.graphql`, "utf8"), variables });
    const real = await startServer(0);
    const cached = await startServer(64);
    const answer = await ask(real.url, body);
    const constant = await startServer(0, JSON.stringify(answer.data));
    try {
      if (JSON.stringify(await ask(constant.url, body)) !== JSON.stringify(answer)) {
        throw new Error(`The constant server answers ${name} differently.`);
      }
      // Warm both up before anything counts.
      for (const { url } of [real, cached, constant]) await load(url, body);
      const rounds: { real: number; cached: number; constant: number }[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        rounds.push({
          real: await load(real.url, body),
          constant: await load(constant.url, body),
          cached: await load(cached.url, body),
        });
      }
      for (const [how, subject] of [
        ["worked out anew each time", "real"],
        ["answered from the response cache, as served by default", "cached"],
      ] as const) {
        const ratio = median(rounds.map((round) => round[subject] / round.constant));
        lines.push(
          `${name}, ${how}: ${ratio.toFixed(2)}× of a constant of the same shape (median of ${ROUNDS} pairs; ` +
            `${Math.round(median(rounds.map((round) => round[subject])))} against ` +
            `${Math.round(median(rounds.map((round) => round.constant)))} requests/s, ${CONNECTIONS} connections)`,
        );
      }
    } finally {
      for (const { process: child } of [real, cached, constant]) child.kill();
    }
  }
  return lines;
}

async function startServer(
  cacheMegabytes: number,
  constant?: string,
): Promise<{ readonly url: string; readonly process: ChildProcess }> {
  const script = new URL("./benchServer.js", import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    [script, String(cacheMegabytes), ...(constant === undefined ? [] : [constant])],
    {
      stdio: ["ignore", "pipe", "inherit"],
      // As the command `serve` runs.
      env: { ...process.env, NODE_ENV: "production" },
    },
  );
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (text: Buffer) => resolve(text.toString().trim()));
    child.once("exit", (code) => reject(new Error(`The server ended with code ${code} before it listened.`)));
  });
  return { url, process: child };
}

async function ask(url: string, body: string): Promise<{ readonly data: unknown }> {
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  return (await answer.json()) as { data: unknown };
}

/** Requests a second. @throws Error where a request failed */
async function load(url: string, body: string): Promise<number> {
  const result = await autocannon({
    url,
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx + result.errors} requests failed at ${url}.`);
  return result["2xx"] / result.duration;
}
