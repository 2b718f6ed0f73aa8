import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { stringify } from "yaml";
import { eventually } from "../eventually.js";

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command until it exits. `npm test` builds it first. */
function careerGraph(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["dist/cli/career-graph.js", ...args], {
      env: { PATH: process.env.PATH ?? "", ...environment },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
    child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Expects exit code 1, nothing on standard output, and one clear message on standard error without a stack. */
function expectMessage({ code, stdout, stderr }: Ended, message: RegExp): void {
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
}

describe("career-graph path", () => {
  test("prints the path for a person: steps, years, what to learn, basis, sources", async () => {
    const { code, stdout, stderr } = await careerGraph(["path", "Data Scientist", "Staff MLE"]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    for (const part of [
      "1. Data Scientist → Machine Learning Engineer",
      "2. Machine Learning Engineer → Senior ML Engineer",
      "3. Senior ML Engineer → Staff ML Engineer",
      "stated",
      "inferred",
      "years",
      "Learn:",
      "Sources:",
      "Assumed",
    ]) {
      expect(stdout).toContain(part);
    }
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    const narrow = await careerGraph(["path", "Data Scientist", "Staff MLE"], { COLUMNS: "60" });
    for (const line of narrow.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });

  test("infer refuses to write into its input folder, and refuses a folder that already has inferred transitions", async () => {
    const folder = await mkdtemp(join(tmpdir(), "career-graph-"));
    try {
      const [once, twice] = [join(folder, "once"), join(folder, "twice")];
      expect(await careerGraph(["infer", "seed", "--out", "seed"])).toMatchObject({
        ...{ code: 1, stdout: "" },
        stderr: expect.stringContaining("seed is the input folder. Name another folder to write to."),
      });
      expect(await careerGraph(["infer", "seed", "--out", once])).toMatchObject({ code: 0 });
      expect(await careerGraph(["infer", once, "--out", twice])).toMatchObject({
        ...{ code: 1, stdout: "" },
        stderr: expect.stringContaining("already contains inferred transitions"),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("prints JSON", async () => {
    const { code, stdout } = await careerGraph(["path", "data scientist", "role:staff-ml-engineer", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "FOUND", paths: [{ totals: { steps: 3 } }] });
  });

  test("prints paths that differ, at most three by default", async () => {
    const { code, stdout } = await careerGraph(["path", "Data Scientist", "VP of AI", "--differ", "--json"]);
    expect(code).toBe(0);
    const { paths } = JSON.parse(stdout) as { paths: { roles: { id: string }[] }[] };
    expect(paths.length).toBe(2);
    const [first, second] = paths.map(({ roles }) => roles.slice(1, -1).map(({ id }) => id));
    expect(second!.filter((id) => first!.includes(id)).length * 2).toBeLessThanOrEqual(second!.length);
  });

  test("says that there is no path, and exits with 0", async () => {
    const { code, stdout } = await careerGraph(["path", "VP of AI", "Data Scientist"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/There is no path from VP of AI to Data Scientist/);
  });

  test("suggests similar names", async () => {
    expectMessage(await careerGraph(["path", "Data Scientist", "Staf MLE"]), /“Staf MLE”.*“Staff ML Engineer”/);
  });
});

describe("career-graph path with preferences and constraints", () => {
  test("names the option of each reference that is not found", async () => {
    const ended = await careerGraph(["path", "Data Scientist", "Staf MLE", "--know", "Pythn", "--avoid", "Nobody"]);
    expectMessage(ended, /^to: No role is named “Staf MLE”\./m);
    expectMessage(ended, /^--know: No skill is named “Pythn”\./m);
    expectMessage(ended, /^--avoid: No role is named “Nobody”\./m);
    expectMessage(await careerGraph(["compare", "Staff MLE", "Nobody"]), /^role 2: No role is named “Nobody”\./m);
  });

  test("gives advice with the names of its options, and lists names to try if none is similar", async () => {
    const clash = await careerGraph(["path", "DS", "Staff MLE", "--via", "Senior MLE", "--avoid", "Senior MLE"]);
    expectMessage(clash, /^--via: Senior ML Engineer is also to be avoided\. Remove it from --via or --avoid\.$/m);
    const far = await careerGraph(["path", "DS", "Astronaut", "--track", "zzz"]);
    expectMessage(far, /^to: No role is named “Astronaut”\. Names to try: “AI Consultant”, “Data Engineer”, /m);
    expectMessage(far, /^--track: No track is named “zzz”\. Names to try: “Individual contributor”, “Management”\.$/m);
    expect(far.stderr).not.toContain("search(");
  });

  test.each([
    ["path", "", "Staff MLE"],
    ["gap", "Staff MLE", "--know", ""],
  ])("does not advise a search, which the command line does not have: %s", async (...args) => {
    const ended = await careerGraph(args);
    expectMessage(ended, /^(from|--know): The reference is empty\. .*Names to try: “/);
    expect(ended.stderr).not.toContain("search");
  });

  test("names options in errors as JSON, without `locations` and `path`", async () => {
    const { stdout } = await careerGraph(["gap", "Staff MLE", "--know", "zzz", "--json"]);
    const { errors } = JSON.parse(stdout) as { errors: { message: string; extensions: object }[] };
    expect(errors).toEqual([
      {
        message: expect.stringContaining("No skill is named “zzz”. Names to try: “"),
        extensions: { code: "SKILL_NOT_FOUND", argument: "--know", reference: "zzz", suggestions: [] },
      },
    ]);
  });

  test("reports a missing folder to import once, not once per file", async () => {
    for (const [publisher, what] of [
      ["onet", "the folder that contains the release, or its zip"],
      ["esco", "the folder of the release"],
    ] as const) {
      const { code, stderr } = await careerGraph(["import", publisher, "nowhere", "--out", "never-written"]);
      expect([code, stderr]).toEqual([1, `nowhere: There is no such folder. Name ${what}.\n`]);
    }
  });

  test("prints errors as JSON", async () => {
    const { code, stdout, stderr } = await careerGraph(["path", "Data Scientist", "Staf MLE", "--json"]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      errors: [
        { message: expect.stringContaining("“Staf MLE”"), extensions: { code: "ROLE_NOT_FOUND", argument: "to" } },
      ],
    });
    const broken = await careerGraph(["gap", "Staff MLE", "--json"], { DATASET: "nowhere" });
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.stdout)).toEqual({
      errors: [
        {
          message: expect.stringContaining("nowhere: There is no such folder"),
          extensions: { code: "BAD_USER_INPUT" },
        },
      ],
    });
  });

  test.each([
    ["an unknown option", ["path", "DS", "Staff MLE", "--nope"], /^unknown option '--nope'/],
    ["a missing argument", ["path", "DS"], /^missing required argument 'to'$/],
    ["an unknown command", ["fly"], /^unknown command 'fly'$/],
    ["a count out of range", ["path", "DS", "Staff MLE", "--top", "99"], /'--top <count>'.*number from 1 to 20\.$/],
    ["too many steps", ["path", "DS", "EM", "--max-steps", "99999999999"], /'--max-steps <count>'.* from 0 to \d+\.$/],
    ["options that clash", ["path", "DS", "EM", "--tradeoffs", "--by", "time"], /Omit --by/],
    ["other options that clash", ["path", "DS", "EM", "--tradeoffs", "--differ"], /^--differ needs one objective/],
    ["too many roles", ["gap", "a", "b", "c"], /one role to reach, or two/],
  ])("reports wrong usage as JSON: %s", async (_, args, message) => {
    const { code, stdout, stderr } = await careerGraph([...args, "--json"]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(JSON.parse(stdout)).toEqual({
      errors: [{ message: expect.stringMatching(message), extensions: { code: "BAD_USER_INPUT" } }],
    });
  });

  test("prints the help with --json, too", async () => {
    const { code, stdout } = await careerGraph(["path", "--json", "--help"]);
    expect([code, stdout.slice(0, 6)]).toEqual([0, "Usage:"]);
  });

  test("names the constraints to remove as they were given", async () => {
    const { stdout } = await careerGraph([
      ...["path", "Data Scientist", "Staff MLE", "--avoid", "Senior MLE", "--max-steps", "4"],
    ]);
    expect(stdout).toMatch(/^Without --avoid "Senior MLE": From Data Scientist to Staff ML Engineer/m);
  });

  test("lists the best paths without the roles to avoid and the skills that the person has", async () => {
    const { stdout, code } = await careerGraph([
      ...["path", "Data Scientist", "VP of AI", "--by", "learning", "--top", "2"],
      ...["--know", "Python", "--know", "SQL", "--avoid", "Staff MLE", "--max-steps", "8", "--json"],
    ]);
    expect(code).toBe(0);
    const { paths } = JSON.parse(stdout) as {
      paths: { roles: { id: string }[]; steps: { skillsToLearn: { id: string }[] }[] }[];
    };
    expect(paths.length).toBe(2);
    expect(JSON.stringify(paths.map(({ roles }) => roles))).not.toContain("role:staff-ml-engineer");
    expect(JSON.stringify(paths.map(({ steps }) => steps.map((step) => step.skillsToLearn)))).not.toContain("--python");
  });

  test("follows --via, --track and --stated", async () => {
    const by = await careerGraph([
      "path",
      "Junior MLE",
      "VP of AI",
      "--via",
      "Staff MLE",
      "--via",
      "Principal ML Engineer",
    ]);
    expect(by.stdout).toMatch(/Staff ML Engineer → Principal ML Engineer/);
    const none = await careerGraph(["path", "Junior MLE", "VP of AI", "--track", "management", "--stated"]);
    expect(none.code).toBe(0);
    expect(none.stdout).toMatch(/There is no path from Junior ML Engineer to VP of AI under these constraints/);
  });

  test("accepts every constraint, and names it as it was given", async () => {
    const none = await careerGraph([
      ...["path", "Data Scientist", "Staff MLE", "--kind", "track-change", "--closeness", "close"],
      ...["--max-track-changes", "0", "--max-preparation-rise", "0"],
    ]);
    expect(none.stdout).toMatch(/^Without --kind track-change: From Data Scientist to Staff ML Engineer/m);
    const paid = await careerGraph([
      ...["path", "Data Scientist", "Staff MLE", "--min-pay", "9000000", "--currency", "USD"],
    ]);
    expect(paid.stdout).toMatch(/^Without --min-pay 9000000: /m);
    expect(paid.stdout).toMatch(/^ {2}- The pay band of /m);
    const wrong = await careerGraph(["path", "Data Scientist", "Staff MLE", "--kind", "sideways"]);
    expect(wrong.stderr).toMatch(/Give one of promotion, lateral, /);
    const free = await careerGraph(["path", "Data Scientist", "Staff MLE", "--min-pay", "1"]);
    expect(free.stderr).toMatch(/--currency/);
    const vain = await careerGraph(["path", "Data Scientist", "Staff MLE", "--currency", "EUR"]);
    expectMessage(vain, /^--min-pay: --currency needs --min-pay\. Give --min-pay, or omit --currency\.$/m);
  });

  test("shows trade-offs, numbered", async () => {
    const folder = await mkdtemp(join(tmpdir(), "career-graph-"));
    const move = (from: string, to: string, years: number) => ({
      ...{ from: `role:${from}`, to: `role:${to}`, kind: "RELATED", basis: "STATED", statedYears: years },
      cites: [{ source: "source:guide" }],
    });
    const roles = ["s", "a", "t"].map((name) => ({ id: `role:${name}`, title: name, place: "UNPLACED" }));
    const files = {
      dataset: { id: "small", name: "Small", version: "1" },
      roles: roles.map((role) => ({ ...role, cites: [{ source: "source:guide" }] })),
      transitions: [move("s", "t", 10), move("s", "a", 1), move("a", "t", 2)],
      sources: [{ id: "source:guide", title: "Guide" }],
    };
    for (const [file, content] of Object.entries(files)) {
      await writeFile(join(folder, `${file}.yaml`), stringify(content));
    }
    const { stdout } = await careerGraph(["path", "s", "t", "--tradeoffs"], { DATASET: folder, COLUMNS: "100" });
    expect(stdout.match(/\[\d of \d\] .*/g)).toEqual([
      "[1 of 2] From s to t in 1 step, 10 years.",
      "[2 of 2] From s to t in 2 steps, 3 years: via a.",
    ]);
    await rm(folder, { recursive: true });
  });

  test("refuses an objective together with --tradeoffs", async () => {
    expectMessage(await careerGraph(["path", "a", "b", "--tradeoffs", "--by", "time"]), /Omit --by/);
  });

  test("refuses a value that is not a number", async () => {
    const { code, stderr } = await careerGraph(["path", "Data Scientist", "Staff MLE", "--top", "many"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/'many' is invalid. Give a whole number from 1 to 20/);
  });
});

describe("career-graph gap, roadmap and compare", () => {
  test("gap says what is held and what is missing", async () => {
    const { stdout } = await careerGraph(["gap", "Data Scientist", "Junior MLE", "--know", "Python"]);
    expect(stdout).toMatch(/^Data Scientist covers \d+ % of the essential skills of Junior ML Engineer\./);
    expect(stdout).toMatch(/Held: .*Python/);
    expect(stdout).toContain("Missing:");
  });

  test("roadmap lists stage by stage what to learn, also for a profile without a role", async () => {
    const { stdout } = await careerGraph(["roadmap", "Junior MLE", "--know", "Python", "--degree", "PhD"]);
    expect(stdout).toMatch(/^Roadmap to Junior ML Engineer\n\nFoundation, years 0–2/);
    expect(stdout).not.toMatch(/^ {2}- Python$/m);
    expect(stdout).not.toContain("Degrees:");
    expectMessage(await careerGraph(["roadmap", "a", "b", "c"]), /one role to reach, or two/);
  });

  test("compare lists the skills that all roles need and those that only one needs", async () => {
    const { stdout } = await careerGraph(["compare", "Staff MLE", "Senior MLE"]);
    expect(stdout).toMatch(/^Both need: .*Python/s);
    expect(stdout).toMatch(
      /Staff ML Engineer · Individual contributor · USD 230,000–350,000 a year\nNeeds beyond the shared skills: .*Technical Direction/,
    );
    expectMessage(await careerGraph(["compare", "Staff MLE"]), /Give 2 to 5 roles/);
  });
});

describe("career-graph validate", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "career-graph-"));
    await cp("seed", folder, { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("prints the number of records of each kind of a valid dataset", async () => {
    const { code, stdout } = await careerGraph(["validate"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/seed: no problems.*15 roles/);
  });

  test("reports every problem of an invalid dataset with its file and line", async () => {
    const roles = await readFile(join(folder, "roles.yaml"), "utf8");
    await writeFile(join(folder, "roles.yaml"), roles.replace("track: track:ic", "track: track:nowhere"));
    const tracks = await readFile(join(folder, "tracks.yaml"), "utf8");
    await writeFile(join(folder, "tracks.yaml"), tracks.replace("id: track:ic", "id: track:management"));
    const ended = await careerGraph(["validate", folder]);
    expectMessage(ended, /roles\.yaml:\d+: .*track:nowhere/);
    expectMessage(ended, /tracks\.yaml:\d+: .*track:management/);
  });

  test("keeps the service from starting on an invalid dataset", async () => {
    expectMessage(await careerGraph(["serve"], { DATASET: folder, PORT: "0" }), /roles\.yaml:\d+: .*track:nowhere/);
  });
});

describe("career-graph serve", () => {
  test("says that the port is in use", async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
    const { port } = holder.address() as AddressInfo;
    expectMessage(
      await careerGraph(["serve"], { PORT: String(port) }),
      new RegExp(`^Port ${port} on 127.0.0.1 is in use`),
    );
    holder.close();
  });

  test("names the invalid value of an environment variable", async () => {
    expectMessage(await careerGraph(["serve"], { PORT: "many", LOG_LEVEL: "loud" }), /PORT=many[^]*LOG_LEVEL=loud/);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("stops at once after %s without DRAIN_SECONDS", async (signal) => {
    const { child, ended } = await serving({});
    child.kill(signal);
    expect(await ended).toBe(0);
  });

  test("accepts requests for DRAIN_SECONDS after SIGTERM, is not ready meanwhile, and exits with 0", async () => {
    const { child, ended, url } = await serving({ DRAIN_SECONDS: "2" });
    child.kill("SIGTERM");
    const ready = new URL("/health/ready", url);
    await eventually(async () => expect((await fetch(ready)).status).toBe(503), { timeout: 1_500 });
    expect(await (await fetch(ready)).json()).toEqual({ status: "unavailable", reason: "STOPPING" });
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ __typename }" }),
    });
    expect(await answer.json()).toEqual({ data: { __typename: "Query" } });
    expect(await ended).toBe(0);
    await expect(fetch(ready)).rejects.toThrow();
  });

  test("logs the name and the outcome of an operation, and nothing else that a client wrote", async () => {
    const { child, ended, url } = await serving({ LOG_LEVEL: "info" });
    let log = "";
    child.stderr.on("data", (text: Buffer) => (log += text.toString()));
    await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-request-id": "trace-7" },
      body: JSON.stringify({
        query: "query Mine($ref: String!) { skill(ref: $ref) { id } }",
        variables: { ref: "My own secret" },
      }),
    });
    await fetch(`${url}?query={__typename}&token=secret`);
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    const lines = log
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const told = { status: 200, operation: "Mine", field: "skill", outcome: "SKILL_NOT_FOUND", storeRounds: 0 };
    expect(lines.find(({ id }) => id === "trace-7")).toMatchObject(told);
    expect(log).not.toMatch(/secret/);
  });

  /** The service as a process that accepts requests. */
  async function serving(environment: Readonly<Record<string, string>>) {
    const child = spawn(process.execPath, ["dist/cli/career-graph.js", "serve"], {
      env: { PATH: process.env.PATH ?? "", PORT: "0", ...environment },
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const banner = await new Promise<string>((resolve) =>
      child.stdout.once("data", (text: Buffer) => resolve(text.toString())),
    );
    const [url] = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(banner) ?? [];
    if (url === undefined) throw new Error(`No address in: ${banner}`);
    return { child, ended, url };
  }
});

describe("career-graph", () => {
  test("reports an unknown command", async () => {
    const { code, stderr } = await careerGraph(["fly"]);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/unknown command 'fly'/);
  });
});
