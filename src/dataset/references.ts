import type { RecordPath } from "./RawDataset.js";

/** The keys whose text values are references, anywhere in a record. `from` and `to` of a span are numbers, so they are not affected. */
export const REFERENCE_KEYS: ReadonlySet<string> = new Set([
  "track",
  "skill",
  "degree",
  "from",
  "to",
  "source",
  "via",
  "demonstrate",
  "develop",
]);

/**
 * Calls `visit` with every id that a record of valid shape refers to, including citations, and with a function that returns its path. Paths
 * are computed on demand, because nearly all references are valid.
 */
export function visitReferences(value: unknown, visit: (id: string, pathOf: () => RecordPath) => void): void {
  const path: (string | number)[] = [];
  const pathOf = (): RecordPath => [...path];
  const walk = (inner: unknown, key: string | null): void => {
    if (typeof inner === "string") {
      if (key !== null && REFERENCE_KEYS.has(key)) visit(inner, pathOf);
    } else if (Array.isArray(inner)) {
      for (let index = 0; index < inner.length; index++) {
        path.push(index);
        walk(inner[index], key);
        path.pop();
      }
    } else if (typeof inner === "object" && inner !== null) {
      for (const name of Object.keys(inner)) {
        path.push(name);
        walk((inner as Readonly<Record<string, unknown>>)[name], name);
        path.pop();
      }
    }
  };
  walk(value, null);
}
