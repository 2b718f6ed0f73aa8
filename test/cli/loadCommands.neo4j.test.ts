import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { DevelopmentNeo4j } from "../../dev/neo4j/DevelopmentNeo4j.js";
import { freePort } from "../../dev/neo4j/freePort.js";
import { startWithJava } from "../../dev/neo4j/startWithJava.js";
import { cypher, describeWithOwnServer, ownVersion } from "../store/neo4j/neo4jForTests.js";

jest.setTimeout(180_000);

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The commands that maintain the graph in Neo4j, each in a process of its own, as an operator or Compose starts it. */
describeWithOwnServer("the commands for Neo4j, as processes", () => {
  let folder: string;
  let port: number;
  let server: DevelopmentNeo4j;
  /** Stored revisions by the folder that was loaded. */
  const stored = { seed: "", renamed: "" };

  const start = async (): Promise<DevelopmentNeo4j> =>
    startWithJava({ version: ownVersion, cacheDir: ".neo4j", dataDir: join(folder, "neo4j"), port });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "load-commands-"));
    port = await freePort();
    server = await start();
    // The folders have the same name, because it is the id of the dataset.
    for (const copy of ["renamed", "halved"]) await cp("seed", join(folder, copy, "seed"), { recursive: true });
    const skills = join(folder, "renamed", "seed", "skills.yaml");
    await writeFile(skills, (await readFile(skills, "utf8")).replace("\n  name: Python\n", "\n  name: Python 3\n"));
    await rm(join(folder, "halved", "seed", "statements.yaml"));
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  test("on an empty database, `revisions` says so, `verify` and `activate` fail, and `load --dry-run` changes nothing", async () => {
    expect(await run("revisions")).toMatchObject({ code: 0, stdout: expect.stringMatching(/has no revision: load/) });
    expectFailure(await run("verify"), /no .*revision/i);
    expectFailure(await run("activate", "nothing"), /nothing/);
    const { code, stdout } = await run("load", "--dry-run");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/would be loaded[^]*Nothing was changed/)]);
    expect(await cypher(address(), "MATCH (role:Role) RETURN count(role) AS roles")).toEqual([{ roles: 0 }]);
  });

  test("`load --if-empty` loads once, and afterwards nothing, even if the dataset has changed", async () => {
    const first = await run("load", "--if-empty");
    expect([first.code, first.stdout]).toEqual([0, expect.stringMatching(/is loaded and active, the first/)]);
    stored.seed = await active();
    const again = await run("load", "--if-empty", join(folder, "renamed", "seed"));
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining(`an active revision, ${stored.seed} `) });
    expect(again.stdout).toContain("nothing was loaded");
    expect(await active()).toBe(stored.seed);
    const same = await run("load");
    expect(same).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/already active and undamaged; nothing was changed/),
    });
  });

  test("`load` refuses to remove many records unless `--force` is given", async () => {
    const halved = join(folder, "halved", "seed");
    const preview = await run("load", "--dry-run", halved);
    expect(preview).toMatchObject({ code: 0, stdout: expect.stringMatching(/This needs --force/) });
    expectFailure(await run("load", halved), /would remove \d+ of the \d+ records.*--force/);
    expect(await active()).toBe(stored.seed);
    const forced = await run("load", "--force", "--no-wait", halved);
    expect(forced).toMatchObject({ code: 0, stdout: expect.stringMatching(/loaded and active, replacing/) });
    expect(await active()).not.toBe(stored.seed);
    // The replaced revision is still complete, so it is made active again without being written again.
    const back = await run("load", "--no-wait");
    expect(back).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/active again, from the kept copy/),
    });
    expect(await active()).toBe(stored.seed);
  });

  test("`load --keep-previous` keeps the replaced revision, `activate` returns to it, and `drop` keeps only the active one", async () => {
    const loaded = await run("load", "--keep-previous", join(folder, "renamed", "seed"));
    expect(loaded).toMatchObject({ code: 0, stdout: expect.stringMatching(/Skill: 0 added, 1 changed, 0 removed/) });
    stored.renamed = await active();
    const { stdout } = await run("revisions");
    expect(stdout.split("\n")[0]).toMatch(new RegExp(`^${stored.renamed} +active`));
    expect(stdout).toMatch(new RegExp(`^${stored.seed} +kept`, "m"));
    expect(await run("activate", stored.seed)).toMatchObject({
      code: 0,
      stdout: `Revision ${stored.seed} is active, in place of ${stored.renamed}.\n`,
    });
    expect(await run("activate", stored.seed)).toMatchObject({ code: 0, stdout: expect.stringMatching(/nothing was/) });
    // The grace time of their readers is over.
    await cypher(
      address(),
      "MATCH (d:Dataset) WHERE d.replacedAt IS NOT NULL SET d.replacedAt = d.replacedAt - duration('PT2M')",
    );
    const dropped = await run("drop");
    expect(dropped).toMatchObject({ code: 0, stdout: expect.stringContaining(`Dropped revision ${stored.renamed}`) });
    expect(JSON.parse((await run("revisions", "--json")).stdout)).toMatchObject({
      revisions: [{ stored: stored.seed, active: true }],
    });
    expect(await run("drop")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/no other revision than the active one/),
    });
  });

  test("`verify` exits with 1 if something was deleted, and `load` repairs it", async () => {
    expect(await run("verify")).toMatchObject({
      code: 0,
      stdout: `Revision ${stored.seed} (the active one) is undamaged.\n`,
    });
    await cypher(address(), "MATCH (:Role)-[step:LEADS_TO]->() WITH step LIMIT 1 DELETE step");
    const { code, stdout } = await run("verify");
    expect([code, stdout]).toEqual([1, expect.stringMatching(/is damaged:\n.*LEADS_TO.*[^]*Load its dataset again/)]);
    const repaired = await run("load", "--no-wait");
    expect(repaired).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/was damaged; an undamaged copy has replaced it/),
    });
    expect(await run("verify")).toMatchObject({ code: 0 });
  });

  test("if Neo4j is killed and restarted during a load, the load reports the truth and the next load succeeds", async () => {
    const before = await active();
    let killed: Promise<void> | undefined;
    const loading = run.call(
      {
        onStep: (step: string) => {
          if (step.includes("Writing nodes")) {
            killed ??= (async () => {
              process.kill(server.pid!, "SIGKILL");
              await server.stop(); // Waits until the process is gone.
              server = await start();
            })();
          }
        },
      },
      ...["load", "--force", "--no-wait", join(folder, "halved", "seed")],
    );
    const { code, stdout, stderr } = await loading;
    await killed;
    expect(killed).toBeDefined();
    if (code === 0) expect(stdout).toMatch(/is loaded and active/);
    else expect(stderr).toMatch(/the active revision is unchanged.*[Ll]oad again/s);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect((await active()) === before).toBe(code !== 0);
    expect(await run("load", "--force", "--no-wait", join(folder, "halved", "seed"))).toMatchObject({ code: 0 });
    expect(await run("verify")).toMatchObject({ code: 0 });
  });

  test("without Neo4j, each command says what is missing", async () => {
    for (const command of [["load"], ["verify"], ["activate", "x"], ["drop"]]) {
      expectFailure(await run.call({ environment: { NEO4J_URI: "" } }, ...command), /NEO4J_URI is not set/);
    }
    // At once: errors that occur later are retried for minutes.
    const gone = { environment: { NEO4J_URI: "bolt://127.0.0.1:1" } };
    for (const command of ["load", "revisions"]) {
      expectFailure(await run.call(gone, command), /does not answer at bolt:\/\/127\.0\.0\.1:1/);
    }
  });

  const address = () => ({ ...server, database: null });

  /** The active revision as it is stored. */
  async function active(): Promise<string> {
    const [row] = await cypher(address(), "MATCH (active:Active) RETURN active.revision AS revision");
    return String(row?.["revision"]);
  }

  /** Runs a command until it exits. `npm run test:neo4j` builds it first. */
  function run(
    this: { readonly environment?: NodeJS.ProcessEnv; readonly onStep?: (step: string) => void } | void,
    ...words: string[]
  ): Promise<Ended> {
    const { environment = {}, onStep = () => {} } = this ?? {};
    return new Promise((resolve) => {
      const child = spawn(process.execPath, ["dist/cli/career-graph.js", ...words], {
        env: {
          PATH: process.env["PATH"],
          ...{
            NEO4J_URI: server.uri,
            NEO4J_USERNAME: server.username,
            NEO4J_PASSWORD: server.password,
            DATASET: "seed",
          },
          ...environment,
        },
      });
      let [stdout, stderr] = ["", ""];
      child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
      child.stderr.on("data", (text: Buffer) => {
        stderr += text.toString();
        onStep(text.toString());
      });
      child.on("close", (code) => resolve({ code, stdout, stderr }));
    });
  }
});

/** Expects exit code 1, nothing on standard output, and one clear message on standard error without a stack. */
function expectFailure({ code, stdout, stderr }: Ended, message: RegExp): void {
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
}
