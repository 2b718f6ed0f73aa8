import { createHash } from "node:crypto";
import { compareText } from "../model/compareText.js";
import type { Dataset } from "./Dataset.js";

/** Lists whose order has no meaning, because every read sorts them by their ends. They are hashed in order of id. */
const UNORDERED: ReadonlySet<string> = new Set([
  "transitions",
  "requirements",
  "degreeRequirements",
  "matches",
  "links",
]);

/** The hexadecimal digits of the hash that are kept: 128 bits. */
const DIGITS = 32;

/** Characters collected per call of the hash, because one call per record would cost more than the hashing. */
const CHUNK = 65_536;

/**
 * The revision of a dataset: a SHA-256 over every record as JSON with sorted keys, list by list. The layout of the files, the order of keys
 * and the order of relationships do not matter. The order of entities does, because it is their default order. O(n log n) in records. Texts
 * are hashed as they are made, because keeping them all was slower.
 */
export function revisionOf(content: Omit<Dataset, "revision">): string {
  const hash = createHash("sha256");
  const canonical = canonicalMaker();
  let chunk = "";
  const add = (line: string): void => {
    chunk += `${line}\n`;
    // Stryker disable next-line ConditionalExpression,EqualityOperator: the hash is the same however often it is fed
    if (chunk.length < CHUNK) return;
    hash.update(chunk);
    chunk = "";
  };
  for (const [key, value] of Object.entries(content).sort(([left], [right]) => compareText(left, right))) {
    add(key);
    if (!Array.isArray(value)) add(canonical(value));
    else for (const row of UNORDERED.has(key) ? byId(value as Identified[]) : value) add(canonical(row));
  }
  return hash.update(chunk).digest("hex").slice(0, DIGITS);
}

interface Identified {
  readonly id: string;
}

function byId(rows: readonly Identified[]): Identified[] {
  return rows.toSorted((left, right) => compareText(left.id, right.id));
}

/**
 * Makes JSON with sorted keys. Caches the text of lists of one citation, which thousands of records share.
 */
function canonicalMaker(): (value: unknown) => string {
  const citations = new Map<unknown, string>();
  const canonical = (value: unknown): string => {
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    const record = value as Readonly<Record<string, unknown>>;
    const entries = Object.keys(record)
      .sort()
      .map((key) => {
        const inner = record[key];
        // Stryker disable next-line ConditionalExpression,EqualityOperator,LogicalOperator: only spares writing the same text again
        const isShared = key === "citations" && Array.isArray(inner) && inner.length === 1;
        return `"${key}":${isShared ? shared(inner) : canonical(inner)}`;
      });
    return `{${entries.join(",")}}`;
  };
  const shared = (list: readonly unknown[]): string => {
    const known = citations.get(list);
    // Stryker disable next-line ConditionalExpression: only spares writing the same text again
    if (known !== undefined) return known;
    const text = canonical(Array.from(list));
    citations.set(list, text);
    return text;
  };
  return canonical;
}
