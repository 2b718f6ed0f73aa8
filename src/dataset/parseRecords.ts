import { isNativeError } from "node:util/types";
import { CORE_SCHEMA, load } from "js-yaml";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { RecordPath } from "./RawDataset.js";
import type { Problem } from "./Problem.js";

/** A value of a file, not yet checked, with the lines of its inner values. */
export interface ParsedValue {
  readonly value: unknown;
  readonly lineAt: (path: RecordPath) => number;
}

/** The content of a file; `values` is null if the file cannot be parsed. */
export interface ParsedFile {
  readonly values: readonly ParsedValue[] | null;
  readonly problems: readonly Problem[];
}

/** Reads a YAML file that is one mapping, such as `dataset.yaml`. */
export function parseYamlMapping(file: string, content: string): ParsedFile {
  const { value, lineAt, problems } = parseYaml(file, content);
  return { values: problems.length > 0 ? null : [{ value, lineAt }], problems };
}

/** Reads a YAML file that is one sequence of records. */
export function parseYamlRecords(file: string, content: string): ParsedFile {
  const { value: records, lineAt, problems } = parseYaml(file, content);
  if (problems.length > 0) return { values: null, problems };
  if (!Array.isArray(records)) {
    const problem = {
      file,
      line: 1,
      id: null,
      message: content.trim() === "" ? "The file is empty" : "The file is not a list of records",
      fix: "Write each record as an item that starts with `- `, or remove the file if there is none",
    };
    return { values: null, problems: [problem] };
  }
  const values = records.map((value: unknown, index) => ({
    value,
    lineAt: (path: RecordPath) => lineAt([index, ...path]),
  }));
  return { values, problems };
}

/** Reads a JSON Lines file, one record per line: the form for datasets that are too large for YAML. Skips blank lines. */
export function parseJsonLines(file: string, content: string): ParsedFile {
  const values: ParsedValue[] = [];
  const problems: Problem[] = [];
  content.split("\n").forEach((text, index) => {
    if (text.trim() === "") return;
    const line = index + 1;
    try {
      values.push({ value: JSON.parse(text), lineAt: () => line });
    } catch (error) {
      const reason = isNativeError(error) ? error.message : String(error);
      problems.push({
        file,
        line,
        id: null,
        message: `Invalid JSON: ${reason}`,
        fix: "Write one JSON object on the line",
      });
    }
  });
  return { values: problems.length > 0 ? null : values, problems };
}

interface ParsedYaml extends ParsedValue {
  readonly problems: Problem[];
}

/**
 * Reads YAML 1.2 with two parsers. js-yaml is several times faster, which matters at every start of the service. yaml knows line numbers.
 * So yaml is used only if a line is requested or js-yaml rejects the text.
 */
function parseYaml(file: string, content: string): ParsedYaml {
  const value = valueOfYaml(content);
  if (value === undefined) return parseYamlWithLines(file, content);
  let withLines: ParsedYaml | null = null;
  return { value, problems: [], lineAt: (path) => (withLines ??= parseYamlWithLines(file, content)).lineAt(path) };
}

/** Numbers that js-yaml treats differently from YAML 1.2: it accepts 1_000 and 0b1 as numbers, but not -.5. */
const DISPUTED_NUMBERS = /\d_|0b[01]|[-+]\.\d/;

/** The value of valid YAML; undefined if js-yaml rejects it or might read it differently from YAML 1.2. */
function valueOfYaml(content: string): unknown {
  if (DISPUTED_NUMBERS.test(content)) return undefined;
  try {
    return load(content, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}

function parseYamlWithLines(file: string, content: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const problems: Problem[] = [];
  const unsound = (offset: number, what: string): void => {
    const { line } = lines.linePos(offset);
    const fix = "Correct the syntax here or in the lines just above";
    problems.push({ file, line, id: null, message: `Invalid YAML: ${what}`, fix });
  };
  for (const { pos, message, code } of [...document.errors, ...document.warnings]) {
    unsound(pos[0], message.split("\n")[0]?.replace(/[.:]$/, "") ?? code);
  }
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) === undefined) unsound(startOf(alias) ?? 0, `There is no anchor &${alias.source}`);
    },
  });
  const value: unknown = problems.length > 0 ? null : document.toJS();
  return { value, problems, lineAt: (path) => lines.linePos(offsetOf(document, path)).line };
}

/** The offset of the value at a path: of the key of a pair, else of the item, else of the nearest enclosing value. */
function offsetOf(document: Document.Parsed, path: RecordPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? key.value : key) === step);
      offset = startOf(pair?.key) ?? offset;
      next = pair?.value;
    } else if (isSeq(node)) {
      next = node.items[Number(step)];
      offset = startOf(next) ?? offset;
    }
    if (next === undefined) break;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)
    ? (node.range[0] as number)
    : undefined;
}
