import { NETWORK_PART, ROLES_A_PART } from "./dataModel.js";

/** What a generation should hold, as recorded by its load before it wrote. */
export interface RecordedCounts {
  readonly state: string;
  readonly prefixes: readonly string[];
  readonly prefixCounts: readonly number[];
  readonly types: readonly string[];
  readonly typeCounts: readonly number[];
}

/** What was counted in a generation. */
export interface FoundCounts {
  readonly entities: readonly { readonly prefix: string; readonly entities: number }[];
  readonly relationships: readonly { readonly type: string; readonly relationships: number }[];
}

/** How many parts hold the network of this many roles. */
export function networkPartsOf(roles: number): number {
  return Math.ceil(roles / ROLES_A_PART);
}

/** The differences between what was counted and what was recorded. Relationships of types that no load writes are ignored. */
export function countProblems(recorded: RecordedCounts, found: FoundCounts): readonly string[] {
  const entities = new Map(recorded.prefixes.map((prefix, i) => [prefix, recorded.prefixCounts[i] ?? 0]));
  entities.set(NETWORK_PART, networkPartsOf(entities.get("role") ?? 0));
  const types = new Map(recorded.types.map((type, i) => [type, recorded.typeCounts[i] ?? 0]));
  return [
    ...countDifferences(entities, new Map(found.entities.map(({ prefix, entities: count }) => [prefix, count]))),
    ...countDifferences(
      types,
      new Map(
        found.relationships.flatMap(({ type, relationships }) =>
          types.has(type) ? [[type, relationships] as const] : [],
        ),
      ),
    ),
  ];
}

/** One line for each name whose count differs; an absent name counts 0. */
export function countDifferences(wanted: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): string[] {
  const names = new Set([...wanted.keys(), ...found.keys()]);
  return [...names]
    .filter((name) => (wanted.get(name) ?? 0) !== (found.get(name) ?? 0))
    .map((name) => `${name}: ${found.get(name) ?? 0} instead of ${wanted.get(name) ?? 0}`);
}
