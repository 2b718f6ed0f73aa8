import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { replaceFolder, REPORT_FILE } from "../../../src/dataset/import/replaceFolder.js";

const HEAD = "name: Test\nversion: '1'\n";

describe("writing a dataset folder", () => {
  let parent: string;
  let out: string;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "career-graph-"));
    out = join(parent, "out");
  });
  afterEach(() => rm(parent, { recursive: true }));

  const filling =
    (text: string, more: Readonly<Record<string, string>> = {}) =>
    async (draft: string): Promise<void> => {
      for (const [name, content] of Object.entries({ [REPORT_FILE]: text, "dataset.yaml": HEAD, ...more })) {
        await writeFile(join(draft, name), content);
      }
    };
  const report = (): Promise<string> => readFile(join(out, REPORT_FILE), "utf8");

  test("replaces an earlier folder as a whole and leaves nothing beside it", async () => {
    expect(await replaceFolder(out, filling("First.", { "roles.jsonl": "", "tracks.yaml": "[]\n" }))).toBe(false);
    expect(await replaceFolder(out, filling("Second."))).toBe(true);
    expect(await report()).toBe("Second.");
    expect((await readdir(out)).sort()).toEqual(["dataset.yaml", REPORT_FILE]);
    expect(await readdir(parent)).toEqual(["out"]);
  });

  test("fills an empty folder, and creates the folders above it", async () => {
    await mkdir(out);
    expect(await replaceFolder(out, filling("First."))).toBe(false);
    await replaceFolder(join(out, "..", "a", "b"), filling("Deep."));
    expect(await report()).toBe("First.");
    expect(await readFile(join(parent, "a", "b", REPORT_FILE), "utf8")).toBe("Deep.");
  });

  test("never deletes a file that imports do not write, or a dataset that no import wrote", async () => {
    await mkdir(out);
    await writeFile(join(out, "dataset.yaml"), "Mine.");
    await expect(replaceFolder(out, filling("New."))).rejects.toThrow(/contains a dataset that no import wrote/);
    await writeFile(join(out, REPORT_FILE), "An import.");
    await writeFile(join(out, "notes.txt"), "Mine.");
    await expect(replaceFolder(out, filling("New."))).rejects.toThrow(
      /out contains notes\.txt, which no import writes/,
    );
    await rm(join(out, "notes.txt"));
    await mkdir(join(out, "roles.jsonl"));
    await expect(replaceFolder(out, filling("New."))).rejects.toThrow(
      /out contains roles\.jsonl, which no import writes/,
    );
    expect(await readFile(join(out, "dataset.yaml"), "utf8")).toBe("Mine.");
  });

  test("keeps the old folder if filling the new one fails", async () => {
    await replaceFolder(out, filling("First."));
    const failing = async (draft: string): Promise<void> => {
      await filling("Half.")(draft);
      throw new Error("The disk is full.");
    };
    await expect(replaceFolder(out, failing)).rejects.toThrow("The disk is full.");
    expect(await report()).toBe("First.");
    expect(await readdir(parent)).toEqual(["out"]);
  });

  test("keeps the old folder if the new dataset is invalid, and reports the problems", async () => {
    await replaceFolder(out, filling("First."));
    const message = await replaceFolder(out, filling("Second.", { "roles.jsonl": '{"id":"role:a"}\n' })).catch(String);
    expect(message).toContain(`${join(out, "roles.jsonl")}:1: role:a: \`title\` is missing.`);
    expect(await report()).toBe("First.");
    expect(await readdir(parent)).toEqual(["out"]);
  });

  test("keeps the old folder if the new one disappears before it is moved", async () => {
    await replaceFolder(out, filling("First."));
    const vanishing = (draft: string): Promise<void> => rm(draft, { recursive: true });
    await expect(replaceFolder(out, vanishing)).rejects.toThrow(/There is no such folder/);
    expect(await report()).toBe("First.");
    expect(await readdir(parent)).toEqual(["out"]);
  });

  test("restores the old folder if an earlier process died after it had moved the folder aside", async () => {
    await replaceFolder(out, filling("First."));
    await rename(out, join(parent, ".out.replaced"));
    const failing = (): Promise<void> => Promise.reject(new Error("No source."));
    await expect(replaceFolder(out, failing)).rejects.toThrow("No source.");
    expect(await report()).toBe("First.");
  });

  test("removes the old folder that an earlier process left behind after it had put the new one in place", async () => {
    await replaceFolder(join(parent, ".out.replaced"), filling("Old."));
    await mkdir(out);
    await filling("First.")(out);
    await replaceFolder(out, filling("Second."));
    expect(await report()).toBe("Second.");
    expect(await readdir(parent)).toEqual(["out"]);
  });

  test("says which folder it cannot write", async () => {
    await writeFile(join(parent, "file"), "");
    await expect(replaceFolder(join(parent, "file"), filling("New."))).rejects.toThrow(
      /file cannot be written: ENOTDIR.* Name a folder where you have write access\.$/,
    );
  });
});
