import type { z } from "zod";
import { pathText } from "../model/pathText.js";
import type { Problem } from "./Problem.js";
import type { ParsedValue } from "./parseRecords.js";

type Issue = z.core.$ZodIssue;

/** The problems in the shape of one record, each at the line of its key or value. */
export function shapeProblems(file: string, record: ParsedValue, issues: readonly Issue[]): Problem[] {
  const id = idIn(record.value);
  return issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
    const at = (message: string, fix: string, place = path): Problem => ({
      file,
      line: record.lineAt(place),
      id,
      message,
      fix,
    });
    const what = path.length === 0 ? "The record" : `\`${pathText(path)}\``;
    const value = valueAt(record.value, path);
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) =>
          at(`\`${pathText([...path, key])}\` is not a known key`, "Correct its spelling or remove it", [...path, key]),
        );
      case "invalid_type":
        if (value === null) {
          return path.length === 0
            ? at("The record is empty", "Write its keys, or remove the item")
            : at(`${what} has no value`, `Write ${articled(issue.expected)} after it`);
        }
        return value === undefined
          ? at(`${what} is missing`, `Add it, as ${articled(issue.expected)}`)
          : at(`${what} is ${shown(value)}, not ${articled(issue.expected)}`, fixOfType(issue.expected));
      case "invalid_value":
        return value === undefined
          ? at(`${what} is missing`, `Add one of ${issue.values.join(", ")}`)
          : at(`${what} is ${shown(value)}`, `Write one of ${issue.values.join(", ")}`);
      case "too_small":
        return issue.origin === "string" || issue.origin === "array"
          ? at(
              `${what} is empty`,
              issue.origin === "array"
                ? "Give at least one item"
                : "Write a value, or remove the key if it is optional",
            )
          : at(
              `${what} is ${shown(value)}, ${issue.inclusive === false ? "not greater" : "less"} than ${issue.minimum}`,
              `Use ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`,
            );
      case "too_big":
        return issue.origin === "string"
          ? at(`${what} is longer than ${issue.maximum} characters`, "Shorten it")
          : at(
              `${what} is ${shown(value)}, ${issue.inclusive === false ? "not less" : "greater"} than ${issue.maximum}`,
              `Use ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`,
            );
      case "custom":
        return at(`${what}: ${issue.message}`, fixIn(issue.params));
      default:
        return at(`${what}: ${issue.message}`, "Correct the value");
    }
  });
}

/** The `id` of a value of any shape; null if it is not a text. */
export function idIn(value: unknown): string | null {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? value.id : null;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    // A link in short form has no keys, so a problem inside it concerns the id itself.
    if (typeof current === "string") return current;
    current = typeof current === "object" && current !== null ? (current as Record<string, unknown>)[step] : undefined;
  }
  return current;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping of keys to values",
};

function articled(expected: string): string {
  return TYPE_NAMES[expected] ?? expected;
}

function fixOfType(expected: string): string {
  return expected === "string"
    ? "Write text, in quotes if it looks like a number or a date"
    : `Write ${articled(expected)}`;
}

function fixIn(params: Record<string, unknown> | undefined): string {
  return typeof params?.fix === "string" ? params.fix : "Correct the value";
}
