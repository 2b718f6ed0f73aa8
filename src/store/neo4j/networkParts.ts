import { createHash } from "node:crypto";
import type { Basis } from "../../model/Basis.js";
import type { Closeness } from "../../model/Closeness.js";
import type { Importance } from "../../model/Importance.js";
import type { TransitionKind } from "../../model/TransitionKind.js";
import type { RoleRelations } from "../CareerStore.js";

/**
 * Transitions and required skills of consecutive roles in default order, as one node stores them: one byte array per column, role after
 * role. The relationships say the same, but Neo4j takes about 3 µs to read one, and a network of a hundred thousand roles has three
 * million. Integers have 32 bits, little-endian. A word is an 8-bit index into `words`.
 */
export interface NetworkPart {
  /** Number of transitions of each role. */
  readonly transitionCounts: Int8Array;
  /** Ordinal of the role that each transition leads to. */
  readonly toOrdinals: Int8Array;
  readonly kinds: Int8Array;
  readonly bases: Int8Array;
  /** -1 if it is not measured. */
  readonly closenesses: Int8Array;
  /** In 64 bits, little-endian; NaN if a transition states none. */
  readonly statedYears: Int8Array;
  /** Number of required skills of each role. */
  readonly requirementCounts: Int8Array;
  /** Ordinal of each required skill. */
  readonly skillOrdinals: Int8Array;
  readonly importances: Int8Array;
  /** In 64 bits, little-endian; NaN if a role needs no particular level of a skill. */
  readonly levels: Int8Array;
  /** The words that the part uses. The part does not depend on the order of words in the model. */
  readonly words: readonly string[];
}

/** The columns of a part. */
const COLUMNS = [
  "transitionCounts",
  "toOrdinals",
  "kinds",
  "bases",
  "closenesses",
  "statedYears",
  "requirementCounts",
  "skillOrdinals",
  "importances",
  "levels",
] as const satisfies readonly (keyof NetworkPart)[];

/**
 * The SHA-256 checksum of a part. It covers the bytes, the part's ordinal and the ids of its roles, so that no part is mistaken for another.
 * A column that is not a byte array counts as empty.
 */
export function checksumOfPart(part: Partial<NetworkPart>, ordinal: number, roleIds: readonly string[]): string {
  const columns = COLUMNS.map((name) => part[name]).map((bytes) =>
    ArrayBuffer.isView(bytes) ? (bytes as Int8Array) : new Int8Array(),
  );
  const hash = createHash("sha256");
  hash.update(JSON.stringify([ordinal, roleIds, part.words, columns.map(({ length }) => length)]));
  for (const bytes of columns) hash.update(bytes);
  return hash.digest("base64");
}

/** Stands for null in a column of words. */
const NO_WORD = -1;

/** The part that stores consecutive roles. */
export function networkPartOf(roles: readonly RoleRelations[]): NetworkPart {
  const indexes = new Map<string, number>();
  const indexOf = (word: string | null): number => {
    if (word === null) return NO_WORD;
    const index = indexes.get(word) ?? indexes.size;
    indexes.set(word, index);
    return index;
  };
  const wordsOf = (column: (role: RoleRelations) => readonly (string | null)[]): Int8Array =>
    Int8Array.from(roles.flatMap(column), indexOf);
  const columns = {
    kinds: wordsOf(({ kinds }) => kinds),
    bases: wordsOf(({ bases }) => bases),
    closenesses: wordsOf(({ closenesses }) => closenesses),
    importances: wordsOf(({ importances }) => importances),
  };
  return {
    ...columns,
    words: [...indexes.keys()],
    transitionCounts: bytesOfIntegers(roles.map(({ kinds }) => kinds.length)),
    toOrdinals: bytesOfIntegers(roles.flatMap(({ toOrdinals }) => Array.from(toOrdinals))),
    statedYears: bytesOfFigures(roles.flatMap(({ statedYears }) => statedYears)),
    requirementCounts: bytesOfIntegers(roles.map(({ importances }) => importances.length)),
    levels: bytesOfFigures(roles.flatMap(({ levels }) => levels)),
    skillOrdinals: bytesOfIntegers(roles.flatMap(({ skillOrdinals }) => Array.from(skillOrdinals))),
  };
}

/** The relations of each role of a part, in default order. */
export function* relationsOfPart(part: NetworkPart): Iterable<RoleRelations> {
  const transitionCounts = integersOfBytes(part.transitionCounts);
  const requirementCounts = integersOfBytes(part.requirementCounts);
  const toOrdinals = integersOfBytes(part.toOrdinals);
  const skillOrdinals = integersOfBytes(part.skillOrdinals);
  const statedYears = figuresOfBytes(part.statedYears);
  const levels = figuresOfBytes(part.levels);
  const words = <T>(column: Int8Array): T[] => Array.from(column, (index) => part.words[index] as T);
  const kinds = words<TransitionKind>(part.kinds);
  const bases = words<Basis>(part.bases);
  const closenesses = Array.from(part.closenesses, (index) =>
    index === NO_WORD ? null : (part.words[index] as Closeness),
  );
  const importances = words<Importance>(part.importances);
  let transitions = 0;
  let requirements = 0;
  for (const [role, transitionCount] of transitionCounts.entries()) {
    const [from, upTo] = [transitions, (transitions += transitionCount)];
    const [fromNeed, upToNeed] = [requirements, (requirements += requirementCounts[role] as number)];
    yield {
      toOrdinals: toOrdinals.subarray(from, upTo),
      kinds: kinds.slice(from, upTo),
      bases: bases.slice(from, upTo),
      closenesses: closenesses.slice(from, upTo),
      statedYears: statedYears.slice(from, upTo),
      skillOrdinals: skillOrdinals.subarray(fromNeed, upToNeed),
      importances: importances.slice(fromNeed, upToNeed),
      levels: levels.slice(fromNeed, upToNeed),
    };
  }
}

function bytesOfIntegers(integers: readonly number[]): Int8Array {
  const view = new DataView(new ArrayBuffer(integers.length * 4));
  for (const [i, integer] of integers.entries()) view.setInt32(i * 4, integer, true);
  return new Int8Array(view.buffer);
}

function integersOfBytes(bytes: Int8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const integers = new Int32Array(bytes.length / 4);
  for (let i = 0; i < integers.length; i++) integers[i] = view.getInt32(i * 4, true);
  return integers;
}

function bytesOfFigures(figures: readonly (number | null)[]): Int8Array {
  const view = new DataView(new ArrayBuffer(figures.length * 8));
  for (const [i, each] of figures.entries()) view.setFloat64(i * 8, each ?? NaN, true);
  return new Int8Array(view.buffer);
}

function figuresOfBytes(bytes: Int8Array): (number | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 8 }, (_, i) => {
    const figure = view.getFloat64(i * 8, true);
    return Number.isNaN(figure) ? null : figure;
  });
}
