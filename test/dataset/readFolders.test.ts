import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readFolders } from "../../src/dataset/readFolders.js";

describe("a file of a dataset folder", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "career-graph-"));
    await writeFile(join(folder, "dataset.yaml"), "name: Test\nversion: '1'\n");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const problems = async () =>
    (await readFolders([folder])).problems.map(({ file, message }) => [file.slice(folder.length + 1), message]);

  test("is a problem if it is a FIFO or a device, and nothing waits for its content", async () => {
    execFileSync("mkfifo", [join(folder, "roles.yaml")]);
    await symlink("/dev/zero", join(folder, "skills.jsonl"));
    const message = "It is a directory, FIFO, socket or device, not a regular file";
    expect(await problems()).toEqual([
      ["roles.yaml", message],
      ["skills.jsonl", message],
    ]);
  });

  test("is a problem if it is not UTF-8, and is read if it has a byte order mark", async () => {
    await writeFile(join(folder, "tracks.yaml"), Buffer.from("- { id: track:a, name: Caf\xe9 }\n", "latin1"));
    await writeFile(join(folder, "sources.jsonl"), '\ufeff{"id":"source:guide","title":"Guide"}\n');
    await writeFile(join(folder, "dataset.yaml"), "\ufeffname: Test\nversion: '1'\n");
    expect(await problems()).toEqual([["tracks.yaml", "The file is not UTF-8"]]);
    expect((await readFolders([folder])).raw.folders).toMatchObject([{ name: "Test" }]);
  });

  test.each([
    ["150,000 lines that are not JSON", "{\n".repeat(150_000), "Invalid JSON"],
    ["300 records of an invalid shape", "{}\n".repeat(300), "`id` is missing"],
  ])("with %s reports the first problems and the number of the others", async (_, lines, text) => {
    await writeFile(join(folder, "tracks.jsonl"), lines);
    const found = await problems();
    expect(found).toHaveLength(201);
    expect(found[0]).toEqual(["tracks.jsonl", expect.stringContaining(text)]);
    expect(found[200]?.[1]).toMatch(/^The file has \d{3,6} more problems$/);
  });

  test("says at which number to stop if a number is too large or too small", async () => {
    const role = (id: string, seniority: number) => ({
      id,
      title: "R",
      place: "UNPLACED",
      seniority,
      cites: ["source:s"],
    });
    const roles = [role("role:a", 31), role("role:b", 0)].map((each) => `${JSON.stringify(each)}\n`);
    await writeFile(join(folder, "roles.jsonl"), roles.join(""));
    const found = (await readFolders([folder])).problems.filter(({ message }) => message.includes("seniority"));
    expect(found.map(({ message, fix }) => [message, fix])).toEqual([
      ["`seniority` is 31, greater than 30", "Use at most 30"],
      ["`seniority` is 0, less than 1", "Use at least 1"],
    ]);
  });
});
