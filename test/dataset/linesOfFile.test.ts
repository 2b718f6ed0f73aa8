import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { linesOfFile, NotUtf8Error } from "../../src/dataset/linesOfFile.js";

describe("the lines of a file", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "career-graph-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const linesOf = async (content: string | Uint8Array): Promise<string[]> => {
    const file = join(folder, "lines.jsonl");
    await writeFile(file, content);
    const lines: string[] = [];
    for await (const some of linesOfFile(file)) lines.push(...some);
    return lines;
  };

  test.each(["", "a", "a\n", "\n\na\r\nb", "\ufeffa\n\ufeffb"])("are those of the text: %j", async (content) => {
    expect(await linesOf(content)).toEqual(content.replace(/^\ufeff/, "").split("\n"));
  });

  test("are whole where a read ends inside a line or a character", async () => {
    // Three bytes each, so that a character lies across the end of every read, which is a power of two.
    const content = `${"€".repeat(1_000)}\n`.repeat(1_500);
    expect(await linesOf(content)).toEqual(content.split("\n"));
  });

  test.each([
    ["ends inside a character", Buffer.from("a\n€").subarray(0, 4)],
    ["has a byte that is not UTF-8", Buffer.from([0x61, 0x0a, 0xff, 0x0a])],
  ])("are refused if the file %s", async (_, content) => {
    await expect(linesOf(content)).rejects.toBeInstanceOf(NotUtf8Error);
  });
});
