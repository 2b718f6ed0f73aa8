import { setImmediate as nextTurn } from "node:timers/promises";
import type { CareerReader } from "../../src/store/CareerStore.js";

/** The methods that read from a store when they are called. */
const READS = new Set<PropertyKey>([
  "dataset",
  "nodes",
  "related",
  "every",
  "rolesOfSkills",
  "relationsAmong",
  "neighborhood",
] satisfies (keyof CareerReader)[]);

/**
 * A reader like that of a database: nothing is in memory, and each read is answered in a later turn of the event loop.
 * @param failure called with the method of each read; an error that it returns is the outcome of the read
 */
export function distantReader(
  reader: CareerReader,
  failure: (method: keyof CareerReader) => Error | null = () => null,
): CareerReader {
  return new Proxy(reader, {
    get(target, property) {
      if (property === "peekNode" || property === "peekRelated") return () => undefined;
      const value = Reflect.get(target, property) as unknown;
      if (typeof value !== "function") return value;
      const method = value.bind(target) as (...args: unknown[]) => unknown;
      if (!READS.has(property)) return method;
      return async (...args: unknown[]) => {
        await nextTurn();
        const error = failure(property as keyof CareerReader);
        if (error !== null) throw error;
        return method(...args);
      };
    },
  });
}
