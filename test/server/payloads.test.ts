import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";

// Requests that stopped the service or blocked it for seconds, and similar requests through other fields. Each is small. They are sent to
// the seed, or to the datasets of DATASET; SHOW_FIGURES=1 prints the figures of each.

/**
 * Seconds of processor time that a request may take, and milliseconds that a trivial request beside it may wait, without those in which
 * other processes had the processor.
 */
const [MOST_SECONDS, MOST_BESIDE] = [1, 200] as const;

jest.retryTimes(2); // The machine may stall, and the tests have real time limits.

const MISSPELT = Array.from({ length: 10 }, (_, i) => `r${i}: role(ref: "Machne Lerning Enginer ${i}") { id }`).join(
  " ",
);
const times = (count: number, field: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => field(i)).join(" ");
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

/** The bodies of each payload, all sent at once, and the code of the first error of each answer (OK without errors). */
const PAYLOADS: Readonly<Record<string, { readonly bodies: readonly string[]; readonly codes: readonly string[] }>> = {
  "needs back and forth": {
    bodies: [
      asked(
        `{ role(ref: "Principal MLE") { skills { role { skills { role { skills { role { skills { id } } } } } } } } }`,
      ),
    ],
    codes: ["QUERY_TOO_COMPLEX"],
  },
  "the same twice": {
    bodies: [
      asked(
        `{ ${times(2, (i) => `a${i}: role(ref: "Principal MLE") { skills { skill { roles { nodes { role { skills { id } } } } } } }`)} }`,
      ),
    ],
    codes: ["QUERY_TOO_COMPLEX", "OK"],
  },
  "transitions back and forth": {
    bodies: [
      asked(
        "{ roles(first: 100) { nodes { transitions { to { transitions { to { transitionsInto { from { id } } } } } } } } }",
      ),
    ],
    codes: ["QUERY_TOO_COMPLEX", "OK"],
  },
  "sources of everything": {
    bodies: [
      asked(
        "{ roles(first: 100) { nodes { citations { source { id } } skills { sources { id } skill { roles(first: 100) { nodes { role { citations { source { id } } } } } } } } } }",
      ),
    ],
    codes: ["QUERY_TOO_COMPLEX"],
  },
  "400 searches": {
    bodies: [asked(`{ ${times(400, (i) => `s${i}: search(text: "mashine lerning ${i}") { totalCount }`)} }`)],
    codes: ["QUERY_TOO_COMPLEX"],
  },
  "similar roles of similar roles": {
    bodies: [
      asked("{ roles(first: 100) { nodes { similar(first: 100) { role { a: similar(first: 1) { score } } } } } }"),
    ],
    codes: ["QUERY_TOO_COMPLEX", "OK"],
  },
  "400 misspelt names in 40 requests": {
    bodies: Array.from({ length: 40 }, () => asked(`{ ${MISSPELT} }`)),
    codes: ["ROLE_NOT_FOUND", "TOO_BUSY"],
  },
  "100,000 variables of another type": {
    bodies: [
      JSON.stringify({
        query: "query ($v: [String!]!) { compareRoles(roles: $v) { shared { id } } }",
        variables: { v: Array.from({ length: 100_000 }, () => 1) },
      }),
    ],
    codes: ["BAD_USER_INPUT", "BAD_REQUEST"],
  },
  "variables that nest 5,000 deep": {
    bodies: [`{"query":"{ __typename }","variables":${nested(5_000)}}`],
    codes: ["BAD_REQUEST"],
  },
  "neighborhoods of everything": {
    bodies: [
      asked(
        `{ ${times(10, (i) => `n${i}: neighborhood(id: "role:senior-ml-engineer", depth: 3, limit: 500) { nodes { id label } edges { id } }`)} }`,
      ),
    ],
    codes: ["QUERY_TOO_COMPLEX", "OK"],
  },
  "ten searches by skills": {
    bodies: [
      asked(
        `{ ${times(10, (i) => `p${i}: paths(from: "Junior MLE", to: "VP of AI", objective: LEAST_LEARNING, limit: 20) { paths { roles { id } steps { skillsToLearn { skill { id } } } } }`)} }`,
      ),
    ],
    codes: ["OK", "QUERY_TOO_COMPLEX"],
  },
  "the schema a hundred times": {
    bodies: [
      asked(
        `{ ${times(100, (i) => `s${i}: __schema { types { name fields { name type { name } args { name } } } }`)} }`,
      ),
    ],
    codes: ["QUERY_TOO_COMPLEX", "OK"],
  },
};

function asked(query: string): string {
  return JSON.stringify({ query });
}

(existsSync("/proc/self/schedstat") ? describe : describe.skip)("A small request that causes much work", () => {
  let service: ChildProcess;
  let url: string;

  beforeAll(async () => {
    service = spawn(process.execPath, ["dist/cli/career-graph.js", "serve"], {
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        DATASET: process.env["DATASET"] ?? "seed",
        PORT: "0",
        LOG_LEVEL: "silent",
        RESPONSE_CACHE_MB: "0",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [banner] = (await once(service.stdout!, "data")) as [Buffer];
    url = /http:\S+/.exec(banner.toString())![0];
    await send(asked("{ roles { nodes { id } } }"));
  }, 120_000);
  afterAll(async () => {
    service.kill();
    await once(service, "exit");
  });

  async function send(body: string): Promise<string> {
    const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    const { errors } = (await answer.json()) as {
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    return errors?.[0]?.extensions.code ?? "OK";
  }

  /** Seconds of processor time that the service has used. */
  function processorTime(): number {
    const fields = readFileSync(`/proc/${service.pid!}/stat`, "utf8").split(" ");
    return (Number(fields[13]) + Number(fields[14])) / 100;
  }

  /** Milliseconds for which the service and this process were ready to run while other processes ran. */
  function processorWait(): number {
    const files = [`/proc/${service.pid!}/schedstat`, "/proc/self/schedstat"];
    return files.reduce((sum, file) => sum + Number(readFileSync(file, "utf8").split(" ")[1]) / 1e6, 0);
  }

  test.each(Object.keys(PAYLOADS))("%s ends soon, with the right code, and others are answered", async (name) => {
    const { bodies, codes } = PAYLOADS[name]!;
    const before = processorTime();
    let isOver = false;
    const payload = Promise.all(bodies.map(send)).finally(() => (isOver = true));
    let longest = 0;
    while (!isOver) {
      const [begun, waited] = [performance.now(), processorWait()];
      await send(asked("{ __typename }"));
      longest = Math.max(longest, performance.now() - begun - (processorWait() - waited));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    for (const code of await payload) expect(codes).toContain(code);
    const seconds = processorTime() - before;
    if (process.env["SHOW_FIGURES"]) console.log(name, `${seconds.toFixed(2)} s`, `${Math.round(longest)} ms beside`);
    expect(seconds).toBeLessThan(MOST_SECONDS);
    expect(longest).toBeLessThan(MOST_BESIDE);
  });
});
