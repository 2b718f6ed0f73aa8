import type { RecordPath } from "./RawDataset.js";

/** A reference inside a record, with where it stands. */
export interface Reference {
  readonly id: string;
  readonly path: RecordPath;
}

/** The keys that hold references wherever they stand in a record; a span's `from` and `to` are numbers and told apart so. */
const REFERENCE_KEYS = new Set(["track", "skill", "degree", "from", "to", "source", "via", "demonstrate", "develop"]);

/** Every id that a record of sound shape refers to, citations included. */
export function* referencesIn(value: unknown, path: RecordPath = [], key: string | null = null): Iterable<Reference> {
  if (typeof value === "string") {
    if (key !== null && REFERENCE_KEYS.has(key)) yield { id: value, path };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* referencesIn(item, [...path, index], key);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* referencesIn(item, [...path, name], name);
  }
}
