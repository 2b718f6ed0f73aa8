import { createHash } from "node:crypto";
import type { Dataset } from "./Dataset.js";

/** Lists whose order carries no meaning: every read orders them by what they join. */
const UNORDERED: ReadonlySet<string> = new Set(["transitions", "requirements", "degreeRequirements", "links"]);

/** Hexadecimal digits kept of the hash: 128 bits. */
const DIGITS = 32;

/**
 * The revision of a content: a SHA-256 over every record as JSON with sorted keys, list by list. Layout of the files, order of
 * keys and order of relationships do not count; the order of entities does, for it is their default order.
 */
export function revisionOf(content: Omit<Dataset, "revision">): string {
  const hash = createHash("sha256");
  for (const [key, value] of Object.entries(content).sort(([left], [right]) => (left < right ? -1 : 1))) {
    hash.update(`${key}\n`);
    if (!Array.isArray(value)) {
      hash.update(`${canonical(value)}\n`);
      continue;
    }
    const rows = value.map(canonical);
    if (UNORDERED.has(key)) rows.sort();
    for (const row of rows) hash.update(`${row}\n`);
  }
  return hash.digest("hex").slice(0, DIGITS);
}

/** JSON with the keys of each object in order. Written out, for a replacer that sorts took most of the reading of a dataset. */
function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const record = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const key of Object.keys(record).sort()) {
    const inner = record[key];
    if (inner !== undefined) text += `${text === "" ? "" : ","}"${key}":${canonical(inner)}`;
  }
  return `{${text}}`;
}
