import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { z } from "zod";
import { slugOfName } from "../names/slugOfName.js";
import { HEAD_FILE, isRecordKind, RECORD_KINDS, recordFileNamed, type RecordEnding } from "./datasetFiles.js";
import { FileProblems } from "./FileProblems.js";
import { linesOfFile, NotUtf8Error } from "./linesOfFile.js";
import { type FileOfRecords, LocatedValue } from "./LocatedValue.js";
import { parseJsonLines, parseYamlMapping, parseYamlRecords, type ParsedFile } from "./parseRecords.js";
import type { Problem } from "./Problem.js";
import type { DatasetHead, Located, RawDataset } from "./RawDataset.js";
import { readRegularFile, whyUnreadable } from "./readRegularFile.js";
import { DATASET_SHAPE, RECORD_SHAPES, type RecordKind } from "./recordShapes.js";
import { idIn, shapeProblems } from "./shapeProblems.js";
import { sharedParts } from "./sharedParts.js";
import { utf8Text } from "./utf8Text.js";

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
  const { heads, brokenIds, brokenKinds, unreadFiles, problems } = reading;
  // Each list contains only values that its own shape accepted.
  const records = Object.fromEntries(reading.records) as unknown as RawDataset["records"];
  return { raw: { folders: heads, records, brokenIds, brokenKinds, unreadFiles }, problems };
}

/** Called with each record of a file. */
type TakeRecord = (value: unknown, from: FileOfRecords, position: number) => void;

const NOT_UTF8 = ["The file is not UTF-8", "Save it in UTF-8"] as const;

class Reading {
  readonly #shareParts = sharedParts();
  readonly heads: DatasetHead[] = [];
  readonly records = new Map<RecordKind, Located<unknown>[]>(RECORD_KINDS.map((file) => [file, []]));
  readonly brokenIds = new Set<string>();
  readonly brokenKinds = new Set<RecordKind>();
  readonly unreadFiles = new Set<RecordKind>();
  readonly problems: Problem[] = [];

  async folder(folder: string): Promise<void> {
    let files: string[];
    try {
      files = (await readdir(folder, { withFileTypes: true }))
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => name);
    } catch (error) {
      for (const kind of RECORD_KINDS) this.unreadFiles.add(kind);
      this.report(folder, whyUnreadable("folder", error), "Name a readable dataset folder");
      return;
    }
    if (files.includes(HEAD_FILE)) await this.#head(folder);
    else this.report(join(folder, HEAD_FILE), "The file is missing", "Write it with the keys `name` and `version`");
    for (const name of files.sort()) {
      const file = recordFileNamed(name);
      if (file === null) continue;
      if (isRecordKind(file.stem)) await this.#recordFile(folder, name, file.stem, file.ending);
      else {
        const known = RECORD_KINDS.map((kind) => `${kind}.yaml`).join(", ");
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
    const parsed = await this.#yaml(file, parseYamlMapping);
    const [value] = parsed?.values ?? [];
    if (parsed === null || value === undefined) return;
    const head = new LocatedValue(value, { folder, file, lineAt: parsed.lineAt }, 0);
    const checked = DATASET_SHAPE.safeParse(value);
    if (!checked.success) {
      this.#reportAll(file, shapeProblems(file, head, checked.error.issues));
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

  async #recordFile(folder: string, name: string, kind: RecordKind, ending: RecordEnding): Promise<void> {
    const file = join(folder, name);
    const shape: z.ZodType = RECORD_SHAPES[kind];
    const records: Located<unknown>[] = [];
    const brokenIds: string[] = [];
    const problems = new FileProblems(file);
    const take = (value: unknown, from: FileOfRecords, position: number): void => {
      const checked = shape.safeParse(value);
      if (checked.success) {
        this.#shareParts(checked.data);
        records.push(new LocatedValue(checked.data, from, position));
        return;
      }
      problems.add(shapeProblems(file, new LocatedValue(value, from, position), checked.error.issues));
      const id = idIn(value);
      if (id !== null) brokenIds.push(id);
    };
    const isRead =
      ending === "jsonl" ? await this.#jsonLines(folder, file, take) : await this.#yamlRecords(folder, file, take);
    if (!isRead) {
      this.unreadFiles.add(kind);
      return;
    }
    const all = this.records.get(kind)!;
    for (const record of records) all.push(record);
    for (const id of brokenIds) this.brokenIds.add(id);
    const found = problems.all();
    if (found.length > 0) this.brokenKinds.add(kind);
    this.problems.push(...found);
  }

  /** Calls `take` with each record of a file. Returns whether the whole file was read; if not, the problem is reported. */
  async #yamlRecords(folder: string, file: string, take: TakeRecord): Promise<boolean> {
    const parsed = await this.#yaml(file, parseYamlRecords);
    if (parsed === null || parsed.values === null) return false;
    const from = { folder, file, lineAt: parsed.lineAt };
    for (const [position, value] of parsed.values.entries()) take(value, from, position);
    return true;
  }

  /** The same for JSON Lines. Only some lines at a time are in memory. */
  async #jsonLines(folder: string, file: string, take: TakeRecord): Promise<boolean> {
    const from: FileOfRecords = { folder, file, lineAt: (line) => line };
    const problems = new FileProblems(file);
    let first = 1;
    try {
      for await (const lines of linesOfFile(file)) {
        problems.add(parseJsonLines(file, lines, first, (value, line) => take(value, from, line)));
        first += lines.length;
      }
    } catch (error) {
      if (error instanceof NotUtf8Error) this.report(file, ...NOT_UTF8);
      else this.report(file, whyUnreadable("file", error), "Make the file readable");
      return false;
    }
    const found = problems.all();
    this.problems.push(...found);
    return found.length === 0;
  }

  async #yaml(file: string, parse: (file: string, content: string) => ParsedFile): Promise<ParsedFile | null> {
    let bytes: Uint8Array;
    try {
      bytes = await readRegularFile(file);
    } catch (error) {
      this.report(file, whyUnreadable("file", error), "Make the file readable");
      return null;
    }
    const content = utf8Text(bytes);
    if (content === null) {
      this.report(file, ...NOT_UTF8);
      return null;
    }
    const parsed = parse(file, content);
    this.#reportAll(file, parsed.problems);
    return parsed;
  }

  #reportAll(file: string, found: readonly Problem[]): void {
    const problems = new FileProblems(file);
    problems.add(found);
    this.problems.push(...problems.all());
  }

  report(file: string, message: string, fix: string): void {
    this.problems.push({ file, line: null, id: null, message, fix });
  }
}
