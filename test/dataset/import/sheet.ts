import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Files by name, each a list of lines, and each line a list of cells. A text is written unchanged. */
export type Sheets = Readonly<Record<string, string | readonly (readonly string[])[]>>;

/** Runs with a folder that contains the sheets, tab-separated, and removes it afterwards. */
export async function withSheets<T>(sheets: Sheets, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "career-graph-"));
  try {
    for (const [name, sheet] of Object.entries(sheets)) {
      const text = typeof sheet === "string" ? sheet : sheet.map((cells) => `${cells.join("\t")}\n`).join("");
      await writeFile(join(folder, name), text);
    }
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The records of a JSON Lines file. */
export async function recordsIn(file: string): Promise<Record<string, unknown>[]> {
  const lines = (await readFile(file, "utf8")).split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Record<string, unknown>);
}
