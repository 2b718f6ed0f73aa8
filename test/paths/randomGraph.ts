import type { AssumedYears } from "../../src/model/AssumedYears.js";
import type { Closeness } from "../../src/model/Closeness.js";
import type { RoleAttributes } from "../../src/model/RoleAttributes.js";
import type { TransitionKind } from "../../src/model/TransitionKind.js";
import {
  type PathConstraints,
  type PathQuery,
  type RoleRecords,
  UNCONSTRAINED,
} from "../../src/paths/query/PathQuery.js";
import type { HeldLevel } from "../../src/paths/query/HeldLevel.js";
import { type DrawnChoices, type DrawnGraph, type DrawnRole, type DrawnStep, skillSlug } from "./networkOf.js";

/** Numbers that look random and repeat for a seed (mulberry32, Tommy Ettinger, public domain). */
export class Dice {
  constructor(private state: number) {}

  /** From 0 up to 1, without 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Another generator with the same seed. It does not affect the numbers of this one. */
  aside(): Dice {
    return new Dice(~this.state);
  }

  /** A whole number from 0 up to a limit, without the limit. */
  below(bound: number): number {
    return Math.floor(this.roll() * bound);
  }

  chance(probability: number): boolean {
    return this.roll() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  /** Different items in random order. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    const picked: Item[] = [];
    while (picked.length < count && left.length > 0) picked.push(...left.splice(this.below(left.length), 1));
    return picked;
  }
}

/** Slugs whose order by code unit is neither that of their numbers nor that of their creation. */
const SLUGS = ["r10", "r9", "b.2", "b-1", "r1", "a", "r2", "zz", "m", "b", "r11", "q"];
const KINDS: readonly TransitionKind[] = ["PROMOTION", "LATERAL", "SPECIALIZATION", "TRACK_CHANGE", "RELATED"];
const CLOSENESSES: readonly Closeness[] = ["CLOSE", "RELATED", "DISTANT"];
const SKILLS = ["tf", "torch", "deep", "sql", "stats", "lead", "cloud", "etl"];
/** One choice, and one that has another choice among its parts. */
const CHOICES: readonly DrawnChoices[] = [
  { deep: ["tf", "torch"] },
  { deep: ["tf", "torch"], lead: ["deep", "stats"] },
];

export interface RandomGraph {
  readonly graph: DrawnGraph;
  readonly choices: DrawnChoices;
  readonly assumedYears: AssumedYears | null;
}

/** A graph of 2 to `mostRoles` roles in which ties, unknown years, tracks, inferred steps and choices are frequent. */
export function randomGraph(dice: Dice, mostRoles: number): RandomGraph {
  const slugs = SLUGS.slice(0, 2 + dice.below(mostRoles - 1));
  const density = 0.2 + dice.roll() * 0.5;
  const fewYears = dice.chance(0.5);
  const knowsYears = !dice.chance(0.15);
  // Made by another generator, so that the graphs of known seeds do not change; the same applies to its constraints.
  const aside = dice.aside();
  const graph: Record<string, DrawnRole> = {};
  for (const slug of slugs) {
    const steps: DrawnStep[] = [];
    for (const to of slugs) {
      if (to === slug || !dice.chance(density)) continue;
      const stated =
        knowsYears && dice.chance(0.6) ? { years: fewYears ? 1 + dice.below(2) : dice.below(50) / 10 } : {};
      const near = aside.chance(0.6) ? { closeness: aside.pick(CLOSENESSES) } : {};
      steps.push({ to, ...stated, ...near, kind: dice.pick(KINDS), basis: dice.chance(0.3) ? "INFERRED" : "STATED" });
    }
    graph[slug] = {
      steps: dice.some(steps, steps.length),
      ...(dice.chance(0.7) ? { track: dice.pick(["ic", "management", "x"]) } : {}),
      ...randomAttributes(aside),
      ...(knowsYears && dice.chance(0.3) ? { experienceFrom: dice.below(60) / 10 } : {}),
      ...(dice.chance(0.5) ? { seniority: 1 + dice.below(3) } : {}),
      needs: dice.some(SKILLS, dice.below(5)).map((skill) => (dice.chance(0.3) ? `${skill}?` : skill)),
    };
  }
  const choices = dice.chance(0.6) ? dice.pick(CHOICES) : {};
  const levelled = withLevels(aside, graph, choices);
  return { graph: levelled, choices, assumedYears: randomAssumption(dice) };
}

/** Gives half of the graphs levels, whole and half numbers from 0 to 3. The needs for choices and some others have none. */
function withLevels(dice: Dice, graph: DrawnGraph, choices: DrawnChoices): DrawnGraph {
  if (dice.chance(0.5)) return graph;
  const levelled = (need: string): string => {
    if (skillSlug(need) in choices || dice.chance(0.3)) return need;
    const level = dice.below(7) / 2;
    return need.endsWith("?") ? `${need.slice(0, -1)}@${level}?` : `${need}@${level}`;
  };
  return Object.fromEntries(
    Object.entries(graph).map(([slug, role]) => [slug, { ...role, needs: (role.needs ?? []).map(levelled) }]),
  );
}

/** Levels of a profile, for skills that are not choices. */
function randomLevels(dice: Dice): HeldLevel[] {
  if (dice.chance(0.6)) return [];
  const skills = dice.some(
    SKILLS.filter((skill) => !CHOICES.some((choices) => skill in choices)),
    1 + dice.below(3),
  );
  return skills.map((skill) => ({
    skillId: `skill:${skill}`,
    part: dice.below(5) === 0 ? 1 : 0,
    level: dice.below(7) / 2,
  }));
}

/** The attributes of a role: each must have random values, or constraints on it are not tested. */
function randomAttributes(dice: Dice): Partial<DrawnRole> {
  const drawn: { readonly [Key in keyof RoleAttributes]: () => Partial<DrawnRole> } = {
    preparation: () => (dice.chance(0.7) ? { preparation: dice.below(5) } : {}),
    // No constraint uses degrees, and no total counts them.
    degree: () => ({}),
    payBands: () => {
      if (dice.chance(0.1)) return {};
      const markets = dice.some(["USD", "USD US", "EUR", "USD US-CA"], 2 + dice.below(3));
      return { pay: Object.fromEntries(markets.map((market) => [market, dice.below(7)])) };
    },
    // No constraint uses employment.
    employment: () => ({}),
  };
  return Object.assign({}, ...Object.values(drawn).map((draw) => draw())) as Partial<DrawnRole>;
}

/** Often nothing is declared, and often a declaration omits one kind of step. */
function randomAssumption(dice: Dice): AssumedYears | null {
  if (dice.chance(0.6)) return null;
  const figure = () => (dice.chance(0.6) ? dice.below(30) / 10 : null);
  return { rising: figure(), level: figure(), note: "As drawn." };
}

/**
 * Layers of roles between a start `s` and an end `t`, each role leading to all roles of the next layer, so that paths are long and nearly
 * all of them tie. Role ids are assigned at random.
 */
export function layeredGraph(dice: Dice): DrawnGraph {
  const width = 1 + dice.below(3);
  const layers = 1 + dice.below(6);
  const slugs = dice.some(
    Array.from({ length: width * layers }, (_, i) => `r${i}`),
    width * layers,
  );
  const years = dice.pick([[1], [1, 2], [0, 1]]);
  const inferredShare = dice.pick([0, 0.3]);
  const graph: Record<string, DrawnRole> = { t: {} };
  for (let layer = -1; layer < layers; layer++) {
    const here = layer === -1 ? ["s"] : slugs.slice(layer * width, (layer + 1) * width);
    const next = layer === layers - 1 ? ["t"] : slugs.slice((layer + 1) * width, (layer + 2) * width);
    for (const slug of here) {
      const steps = next.map((to): DrawnStep => {
        return { to, years: dice.pick(years), basis: dice.chance(inferredShare) ? "INFERRED" : "STATED" };
      });
      graph[slug] = { steps };
    }
  }
  return graph;
}

/**
 * A request on a random graph, with no, one or several constraints.
 */
export function randomQuery(dice: Dice, graph: DrawnGraph, objective: PathQuery["objective"]): PathQuery {
  const ids = Object.keys(graph).map((slug) => `role:${slug}`);
  const [fromId, toId, ...others] = dice.some(ids, ids.length) as [string, string, ...string[]];
  const pressure = dice.pick([0, 0.15, 0.15, 0.4]);
  const viaIds = dice.chance(pressure) ? dice.some(others, 1 + dice.below(3)) : [];
  const aside = dice.aside();
  // Some roles have a second record, as with EXACT matches.
  const second = aside.some(
    others.filter((id) => !viaIds.includes(id)),
    aside.below(3),
  );
  const recordsOf = (id: string, place: number): RoleRecords =>
    second[place] === undefined ? [id] : [id, second[place]];
  const few = <Item>(items: readonly Item[], count: number): readonly Item[] => dice.some(items, count);
  /** Random values for each constraint; a constraint without an entry would not be compared with the oracle. */
  const drawn: { readonly [Key in keyof PathConstraints]: () => NonNullable<PathConstraints[Key]> } = {
    via: () =>
      viaIds.map(recordsOf).flatMap((records): RoleRecords[] =>
        // Both records may be given, each as an item of its own.
        records[1] !== undefined && aside.chance(0.3) ? [records, [records[1], records[0]]] : [records],
      ),
    avoid: () =>
      few(
        others.filter((id) => !viaIds.includes(id) && !second.includes(id)),
        1 + dice.below(2),
      ).map((id) => [id]),
    trackIds: () => few(["track:ic", "track:management", "track:x"], 1 + dice.below(3)),
    kinds: () => few(KINDS, 2 + dice.below(3)),
    basis: () => "STATED",
    maxSteps: () => dice.below(7),
    maxYears: () => dice.below(80) / 10,
    maxTrackChanges: () => dice.below(3),
    minCloseness: () => aside.pick(CLOSENESSES),
    maxPreparationRise: () => aside.below(3),
    minPay: () => ({
      amount: 1 + aside.below(2),
      currency: aside.pick(["USD", "USD", "USD", "EUR"]),
      place: aside.pick([null, null, null, "US"]),
    }),
  };
  const diceOf = (key: string) => (["minCloseness", "maxPreparationRise", "minPay"].includes(key) ? aside : dice);
  const asked = Object.entries(drawn).flatMap(([key, draw]) =>
    key === "via" || diceOf(key).chance(pressure) ? [[key, draw()] as const] : [],
  );
  // An empty list has the same effect as none.
  const none = ids.length % 2 === 0 ? UNCONSTRAINED : { ...UNCONSTRAINED, trackIds: [], kinds: [] };
  const constraints: PathConstraints = { ...none, ...Object.fromEntries(asked) };
  return {
    fromId,
    toId: dice.chance(0.03) ? fromId : toId,
    objective,
    limit: dice.pick([1, 2, 5, 20]),
    constraints,
    heldSkillIds: dice.some(SKILLS, dice.below(3)).map((skill) => `skill:${skill}`),
    heldLevels: randomLevels(aside),
  };
}
