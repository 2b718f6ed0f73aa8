import { isNativeError } from "node:util/types";
import { CORE_SCHEMA, load } from "js-yaml";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { RecordPath } from "./RawDataset.js";
import type { Problem } from "./Problem.js";

/** A value of a file, not yet checked, with the lines of its inner values. */
export interface ParsedValue {
  readonly value: unknown;
  lineAt(path: RecordPath): number;
}

/** The content of a YAML file; `values` is null if the file cannot be parsed. */
export interface ParsedFile {
  readonly values: readonly unknown[] | null;
  readonly problems: readonly Problem[];
  /** The line of the value at a path inside one of the values, or of the nearest enclosing value. */
  readonly lineAt: LineAt;
}

/** @param position of a record: its index in a YAML file, its line in a JSON Lines file */
export type LineAt = (position: number, path: RecordPath) => number;

/** Reads a YAML file that is one mapping, such as `dataset.yaml`. */
export function parseYamlMapping(file: string, content: string): ParsedFile {
  const { value, lineAt, problems } = parseYaml(file, content);
  return { values: problems.length > 0 ? null : [value], problems, lineAt: (_, path) => lineAt(path) };
}

/** Reads a YAML file that is one sequence of records. */
export function parseYamlRecords(file: string, content: string): ParsedFile {
  const { value: records, lineAt: lineInFile, problems } = parseYaml(file, content);
  const lineAt: LineAt = (position, path) => lineInFile([position, ...path]);
  if (problems.length > 0) return { values: null, problems, lineAt };
  if (!Array.isArray(records)) {
    const problem = {
      file,
      line: 1,
      id: null,
      message: content.trim() === "" ? "The file is empty" : "The file is not a list of records",
      fix: "Write each record as an item that starts with `- `, or remove the file if there is none",
    };
    return { values: null, problems: [problem], lineAt };
  }
  return { values: records as unknown[], problems, lineAt };
}

/**
 * Reads lines of a JSON Lines file, one record per line: the form for datasets that are too large for YAML. Skips blank lines.
 * @param first the number of the first line
 * @param take called with each value and its line
 * @returns the problems of the lines that are not JSON
 */
export function parseJsonLines(
  file: string,
  lines: readonly string[],
  first: number,
  take: (value: unknown, line: number) => void,
): Problem[] {
  const problems: Problem[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "") continue;
    const line = first + index;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      const reason = isNativeError(error) ? error.message : String(error);
      problems.push({
        file,
        line,
        id: null,
        message: `Invalid JSON: ${reason}`,
        fix: "Write one JSON object on the line",
      });
      continue;
    }
    take(value, line);
  }
  return problems;
}

interface ParsedYaml {
  readonly value: unknown;
  readonly lineAt: (path: RecordPath) => number;
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
