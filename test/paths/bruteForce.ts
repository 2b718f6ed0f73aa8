import type { AssumedYears } from "../../src/model/AssumedYears.js";
import type { PathConstraints, PathQuery } from "../../src/paths/query/PathQuery.js";
import { type DrawnChoices, type DrawnGraph, type DrawnStep, levelOfNeed, skillSlug } from "./networkOf.js";

/**
 * The oracle of the planner: lists every simple path of a random graph, then filters and sorts, as the design says. It shares no code
 * with the planner, and takes exponential time.
 */
export class BruteForce {
  /** Months assumed for steps up and for all other steps; null if there is no figure to assume. */
  private readonly assumed: Readonly<Record<"rising" | "level", number | null>>;

  constructor(
    private readonly graph: DrawnGraph,
    private readonly choices: DrawnChoices,
    declared: AssumedYears | null = null,
  ) {
    const assumedFor = (sort: "rising" | "level"): number | null => {
      const years = declared?.[sort] ?? null;
      if (years !== null) return Math.round(years * 12);
      const known = Object.entries(graph).flatMap(([slug, role]) =>
        (role.steps ?? [])
          .filter((step) => this.sortOf(slug, step) === sort)
          .map((step) => this.knownMonths(slug, step))
          .filter((months) => months !== null),
      );
      return known.sort((left, right) => left - right)[Math.ceil(known.length / 2) - 1] ?? null;
    };
    this.assumed = { rising: assumedFor("rising"), level: assumedFor("level") };
  }

  private sortOf(from: string, step: DrawnStep): "rising" | "level" {
    const [before, after] = [this.graph[from]!.seniority, this.graph[step.to]!.seniority];
    const rises = before !== undefined && after !== undefined && after > before;
    return rises || step.kind === "PROMOTION" ? "rising" : "level";
  }

  /** Every simple path that meets the constraints, sorted by the objective. */
  paths(query: PathQuery): BrutePath[] {
    const { fromId, toId, constraints } = query;
    if (fromId === toId) return constraints.via.length > 0 ? [] : [this.measured([slugOf(fromId)], query)];
    const found: BrutePath[] = [];
    const rules = this.rulesOf(constraints);
    const mostSteps = constraints.maxSteps ?? Infinity;
    const walk = (path: string[]): void => {
      if (path.length - 1 > mostSteps) return;
      const last = path.at(-1)!;
      if (`role:${last}` === toId) {
        const measured = this.measured(path, query);
        if (rules.every((keeps) => keeps(measured))) found.push(measured);
        return;
      }
      for (const step of this.graph[last]!.steps ?? []) if (!path.includes(step.to)) walk([...path, step.to]);
    };
    walk([slugOf(fromId)]);
    const cap = query.objective === "LEAST_LEARNING" ? stepCap(found, constraints) : Infinity;
    return found
      .filter((path) => path.steps <= cap)
      .sort((left, right) => compare(left, right, ORDERS[query.objective]));
  }

  /**
   * What `differ` lists: of the first paths, those that have at most half of their roles between the ends in common with each path listed
   * before.
   */
  differing(query: PathQuery): BrutePath[] {
    const listed: BrutePath[] = [];
    for (const path of this.paths(query).slice(0, query.objective === "LEAST_LEARNING" ? 20 : 100)) {
      const own = between(path);
      const sharesTooMuch = listed.some(
        (other) => own.filter((id) => between(other).includes(id)).length > own.length / 2,
      );
      if (!sharesTooMuch && listed.length < query.limit) listed.push(path);
    }
    return listed;
  }

  /** All trade-offs, sorted. */
  tradeoffs(query: PathQuery): BrutePath[] {
    const all = this.paths({ ...query, objective: "FEWEST_STEPS" });
    const cap = stepCap(all, query.constraints);
    // Of equal paths, the first one is kept. There are many, so they are removed before every path is compared with every other.
    const first = new Map<string, BrutePath>();
    for (const path of all.filter(({ steps }) => steps <= cap)) {
      const figures = [path.steps, path.months, path.skills].join();
      if (!first.has(figures)) first.set(figures, path);
    }
    const paths = [...first.values()];
    const unbeaten = paths.filter(
      (path) =>
        !paths.some(
          (rival) =>
            rival !== path && rival.steps <= path.steps && rival.months <= path.months && rival.skills <= path.skills,
        ),
    );
    return unbeaten.sort((left, right) => compare(left, right, ["steps", "months", "skills"]));
  }

  private measured(path: readonly string[], query: PathQuery): BrutePath {
    // Each held skill with its levels by dataset; empty if it is held without a level.
    const held = new Map<string, Map<number, number>>(query.heldSkillIds.map((id) => [slugOf(id), new Map()]));
    const take = (need: string, part: number): void => {
      const levels = held.get(skillSlug(need)) ?? new Map<number, number>();
      held.set(skillSlug(need), levels);
      const [level, before] = [levelOfNeed(need), levels.get(part)];
      if (level !== null && (before === undefined || level > before)) levels.set(part, level);
    };
    const start = this.graph[path[0]!]!;
    for (const need of start.needs ?? []) take(need, start.part ?? 0);
    // Levels in the profile override others.
    for (const { skillId, part, level } of query.heldLevels ?? []) held.set(slugOf(skillId), new Map([[part, level]]));
    const raised = new Set<string>();
    const newSkills = new Set<string>();
    const measured = {
      roles: path.map((slug) => `role:${slug}`),
      steps: 0,
      months: 0,
      atLeast: 0,
      assumed: 0,
      untimed: 0,
      inferred: 0,
      skills: 0,
      learned: 0,
      raised: 0,
      essential: 0,
      trackChanges: 0,
      kinds: new Set<string>(),
    };
    for (let i = 1; i < path.length; i++) {
      const from = this.graph[path[i - 1]!]!;
      const to = this.graph[path[i]!]!;
      const step = from.steps!.find((candidate) => candidate.to === path[i])!;
      measured.steps++;
      const known = this.knownMonths(path[i - 1]!, step);
      const assumed = this.assumed[this.sortOf(path[i - 1]!, step)];
      // An untimed step counts as one year when paths are sorted or limited.
      measured.months += known ?? assumed ?? 12;
      if (known === null && assumed === null) measured.untimed++;
      else measured.atLeast += known ?? assumed!;
      if (known === null) measured.assumed += assumed ?? 0;
      if (step.basis === "INFERRED") measured.inferred++;
      if (from.track !== undefined && to.track !== undefined && from.track !== to.track) measured.trackChanges++;
      measured.kinds.add(step.kind!);
      const part = to.part ?? 0;
      const needs = to.needs ?? [];
      const isHeld = (need: string) => [skillSlug(need), ...this.partsOf(skillSlug(need))].some((one) => held.has(one));
      const missing = needs.filter((need) => !isHeld(need)).map(skillSlug);
      // Held on the scale of the role, at 0.5 or more below what the role needs.
      const low = needs.filter((need) => {
        const [level, heldLevel] = [levelOfNeed(need), held.get(skillSlug(need))?.get(part)];
        return level !== null && heldLevel !== undefined && heldLevel <= level - 0.5;
      });
      // Learning a part also learns the choice, within one role too.
      const learned = missing.filter((skill) => !this.partsOf(skill).some((one) => missing.includes(one)));
      for (const need of needs) {
        if (learned.includes(skillSlug(need))) {
          take(need, part);
          newSkills.add(skillSlug(need));
        }
      }
      for (const need of low) {
        take(need, part);
        raised.add(skillSlug(need));
      }
    }
    for (const skill of newSkills) raised.delete(skill);
    measured.raised = raised.size;
    measured.learned = newSkills.size;
    measured.skills = newSkills.size + raised.size;
    measured.essential = [...newSkills].filter((skill) =>
      path.slice(1).some((slug) => {
        const essential = (this.graph[slug]!.needs ?? []).filter((need) => !need.endsWith("?"));
        return essential.map(skillSlug).some((need) => need === skill || this.partsOf(need).includes(skill));
      }),
    ).length;
    return measured;
  }

  /** What satisfies a choice: its parts, and the parts of those that are choices themselves. */
  private partsOf(skill: string): string[] {
    return (this.choices[skill] ?? []).flatMap((part) => [part, ...this.partsOf(part)]);
  }

  /** Whether a path meets a constraint; null and an empty list have no effect. */
  private readonly keeping: {
    readonly [Key in keyof PathConstraints]: (path: BrutePath, value: NonNullable<PathConstraints[Key]>) => boolean;
  } = {
    via: (path, roles) => {
      const inTurn = between(path).reduce((passed, id) => passed + (roles[passed]?.includes(id) === true ? 1 : 0), 0);
      return inTurn === roles.length;
    },
    avoid: (path, roles) => !between(path).some((id) => roles.flat().includes(id)),
    trackIds: (path, ids) => between(path).every((id) => ids.includes(`track:${this.graph[slugOf(id)]!.track}`)),
    kinds: (path, kinds) => [...path.kinds].every((kind) => kinds.some((one) => one === kind)),
    basis: ({ inferred }) => inferred === 0,
    minCloseness: (path, least) =>
      this.stepsOf(path).every(([, step]) => {
        const farthestFirst = ["DISTANT", "RELATED", "CLOSE"];
        const measured = step.closeness !== undefined;
        return (
          step.kind !== "RELATED" ||
          (measured && farthestFirst.indexOf(step.closeness!) >= farthestFirst.indexOf(least))
        );
      }),
    maxSteps: ({ steps }, most) => steps <= most,
    maxYears: ({ months }, most) => months <= Math.round(most * 12),
    maxTrackChanges: ({ trackChanges }, most) => trackChanges <= most,
    maxPreparationRise: (path, most) =>
      this.stepsOf(path).every(([from, step]) => {
        const [before, after] = [this.graph[from]!, this.graph[step.to]!];
        const rise = (after.preparation ?? NaN) - (before.preparation ?? NaN);
        return Number.isNaN(rise) || (before.part ?? 0) !== (after.part ?? 0) || rise <= most;
      }),
    minPay: (path, { amount, currency, place }) =>
      path.roles.slice(1).every((id) => {
        // The bands are in the order in which one is chosen if the place is not given.
        const chosen = Object.entries(this.graph[slugOf(id)]!.pay ?? {}).find(
          ([market]) => market.slice(0, 3) === currency && (place === null || market.slice(4) === place),
        );
        return chosen !== undefined && chosen[1] >= amount;
      }),
  };

  /** The given constraints that a path must meet. */
  private rulesOf(constraints: PathConstraints): ((path: BrutePath) => boolean)[] {
    return Object.keys(constraints).flatMap((key) => this.ruleOf(constraints, key as keyof PathConstraints));
  }

  private ruleOf<Key extends keyof PathConstraints>(constraints: PathConstraints, key: Key) {
    const value = constraints[key];
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    return [(path: BrutePath) => this.keeping[key](path, value!)];
  }

  /** The steps of a path, each with the role that it leaves. */
  private stepsOf({ roles }: BrutePath): (readonly [from: string, step: DrawnStep])[] {
    return roles.slice(1).map((id, i) => {
      const from = slugOf(roles[i]!);
      return [from, this.graph[from]!.steps!.find(({ to }) => `role:${to}` === id)!];
    });
  }

  private knownMonths(from: string, step: DrawnStep): number | null {
    if (step.years !== undefined) return Math.round(step.years * 12);
    const experience = (slug: string) => Math.round((this.graph[slug]!.experienceFrom ?? NaN) * 12);
    const rise = experience(step.to) - experience(from);
    return rise > 0 ? rise : null;
  }
}

export interface BrutePath {
  readonly roles: readonly string[];
  readonly steps: number;
  readonly months: number;
  /** Months of the timed steps, and the assumed part of them. */
  readonly atLeast: number;
  readonly assumed: number;
  readonly untimed: number;
  readonly inferred: number;
  /** Skills to learn and to raise, each once. */
  readonly skills: number;
  readonly learned: number;
  readonly raised: number;
  readonly essential: number;
  readonly trackChanges: number;
  readonly kinds: ReadonlySet<string>;
}

type Measure = "steps" | "months" | "inferred" | "skills";

const ORDERS: Record<PathQuery["objective"], readonly Measure[]> = {
  FEWEST_STEPS: ["steps", "months", "inferred"],
  LEAST_TIME: ["months", "steps", "inferred"],
  LEAST_LEARNING: ["skills", "steps", "months", "inferred"],
};

function compare(left: BrutePath, right: BrutePath, order: readonly Measure[]): number {
  for (const measure of order) if (left[measure] !== right[measure]) return left[measure] - right[measure];
  for (let i = 0; i < left.roles.length && i < right.roles.length; i++) {
    if (left.roles[i] !== right.roles[i]) return left.roles[i]! < right.roles[i]! ? -1 : 1;
  }
  return left.roles.length - right.roles.length;
}

/** Maximum number of steps in searches by skills: as requested, otherwise 3 more than the fewest. */
export function stepCap(paths: readonly BrutePath[], constraints: PathConstraints): number {
  return constraints.maxSteps ?? paths.reduce((fewest, { steps }) => Math.min(fewest, steps), Infinity) + 3;
}

/** The roles between the ends of a path. */
function between({ roles }: BrutePath): readonly string[] {
  return roles.slice(1, -1);
}

function slugOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}
