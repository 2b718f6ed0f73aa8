import { createHash } from "node:crypto";
import { compareText } from "../model/compareText.js";
import type { Dataset } from "./Dataset.js";

/** Lists whose order carries no meaning, for every read orders them by what they join; here they stand by id. */
const UNORDERED: ReadonlySet<string> = new Set([
  "transitions",
  "requirements",
  "degreeRequirements",
  "matches",
  "links",
]);

/** Hexadecimal digits kept of the hash: 128 bits. */
const DIGITS = 32;

/** Characters gathered before they are hashed: a call a record would cost more than the hashing. */
const CHUNK = 65_536;

/**
 * The revision of a content: a SHA-256 over every record as JSON with sorted keys, list by list. Layout of the files, order of
 * keys and order of relationships do not count; the order of entities does, for it is their default order. O(n log n) in records;
 * texts are hashed as they are made, for keeping those of all records took longer than making them.
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
 * Makes JSON with the keys of each object in order. Lists of one citation, which thousands of records share, are written out
 * once.
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
