import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { z } from "zod";
import { slugOfName } from "../names/slugOfName.js";
import { HEAD_FILE, isRecordFile, RECORD_FILES, recordFileNamed, type RecordEnding } from "./datasetFiles.js";
import { parseJsonLines, parseYamlMapping, parseYamlRecords, type ParsedFile } from "./parseRecords.js";
import type { Problem } from "./Problem.js";
import type { DatasetHead, Located, RawDataset } from "./RawDataset.js";
import { readRegularFile, whyUnreadable } from "./readRegularFile.js";
import { DATASET_SHAPE, RECORD_SHAPES, type RecordFile } from "./recordShapes.js";
import { idIn, shapeProblems } from "./shapeProblems.js";
import { utf8Text } from "./utf8Text.js";

/** The parser of a record file, by extension. */
const PARSERS: Readonly<Record<RecordEnding, (file: string, content: string) => ParsedFile>> = {
  yaml: parseYamlRecords,
  yml: parseYamlRecords,
  jsonl: parseJsonLines,
};

/**
 * Reads dataset folders and checks the shape of each record. A folder contains `dataset.yaml` and, for each kind of record, a file
 * `<kind>.yaml` or `<kind>.jsonl`. Continues after problems.
 */
export async function readFolders(folders: readonly string[]): Promise<{ raw: RawDataset; problems: Problem[] }> {
  const reading = new Reading();
  const named = new Set<string>();
  for (const folder of folders) {
    if (named.has(resolve(folder))) reading.report(folder, "The folder is named twice", "Name it once");
    else await reading.folder(folder);
    named.add(resolve(folder));
  }
  const { heads, brokenIds, unreadFiles, problems } = reading;
  // Each list contains only values that its own shape accepted.
  const records = Object.fromEntries(reading.records) as unknown as RawDataset["records"];
  return { raw: { folders: heads, records, brokenIds, unreadFiles }, problems };
}

class Reading {
  readonly heads: DatasetHead[] = [];
  readonly records = new Map<RecordFile, Located<unknown>[]>(RECORD_FILES.map((file) => [file, []]));
  readonly brokenIds = new Set<string>();
  readonly unreadFiles = new Set<RecordFile>();
  readonly problems: Problem[] = [];

  async folder(folder: string): Promise<void> {
    let files: string[];
    try {
      files = (await readdir(folder, { withFileTypes: true }))
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => name);
    } catch (error) {
      for (const kind of RECORD_FILES) this.unreadFiles.add(kind);
      this.report(folder, whyUnreadable("folder", error), "Name a readable dataset folder");
      return;
    }
    if (files.includes(HEAD_FILE)) await this.#head(folder);
    else this.report(join(folder, HEAD_FILE), "The file is missing", "Write it with the keys `name` and `version`");
    for (const name of files.sort()) {
      const file = recordFileNamed(name);
      if (file === null) continue;
      if (isRecordFile(file.stem)) await this.#recordFile(folder, name, file.stem, PARSERS[file.ending]);
      else {
        const known = RECORD_FILES.map((kind) => `${kind}.yaml`).join(", ");
        this.report(
          join(folder, name),
          "There is no record kind with such a file",
          `Rename or remove it. Known files: ${HEAD_FILE}, ${known}`,
        );
      }
    }
  }

  async #head(folder: string): Promise<void> {
    const file = join(folder, HEAD_FILE);
    const [head] = (await this.#parsed(file, parseYamlMapping)) ?? [];
    if (head === undefined) return;
    const checked = DATASET_SHAPE.safeParse(head.value);
    if (!checked.success) {
      this.problems.push(...shapeProblems(file, head, checked.error.issues));
      return;
    }
    const slug = checked.data.id ?? slugOfName(basename(resolve(folder)));
    const other = this.heads.find(({ id }) => id === `dataset:${slug}`);
    if (slug === "") {
      this.report(file, "The folder's name has no letter or digit from which to make an id", "Add `id`");
    } else if (other !== undefined) {
      this.report(file, `The folder ${other.folder} also has the id "${slug}"`, "Give one of the two another `id`");
    }
    this.heads.push({ ...checked.data, folder, id: `dataset:${slug}` });
  }

  async #recordFile(
    folder: string,
    name: string,
    kind: RecordFile,
    parse: (file: string, content: string) => ParsedFile,
  ): Promise<void> {
    const file = join(folder, name);
    const values = await this.#parsed(file, parse);
    if (values === null) {
      this.unreadFiles.add(kind);
      return;
    }
    const shape: z.ZodType = RECORD_SHAPES[kind];
    for (const value of values) {
      const checked = shape.safeParse(value.value);
      if (checked.success) {
        this.records.get(kind)?.push({ value: checked.data, folder, file, lineAt: value.lineAt });
        continue;
      }
      this.problems.push(...shapeProblems(file, value, checked.error.issues));
      const id = idIn(value.value);
      if (id !== null) this.brokenIds.add(id);
    }
  }

  async #parsed(file: string, parse: (file: string, content: string) => ParsedFile): Promise<ParsedFile["values"]> {
    let bytes: Uint8Array;
    try {
      bytes = await readRegularFile(file);
    } catch (error) {
      this.report(file, whyUnreadable("file", error), "Make the file readable");
      return null;
    }
    const content = utf8Text(bytes);
    if (content === null) {
      this.report(file, "The file is not UTF-8", "Save it in UTF-8");
      return null;
    }
    const { values, problems } = parse(file, content);
    this.problems.push(...problems);
    return values;
  }

  report(file: string, message: string, fix: string): void {
    this.problems.push({ file, line: null, id: null, message, fix });
  }
}
