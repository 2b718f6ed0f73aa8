import type { DegreeLevel } from "../../src/model/DegreeLevel.js";
import type { AssumedYears } from "../../src/model/AssumedYears.js";
import type { Basis } from "../../src/model/Basis.js";
import type { Closeness } from "../../src/model/Closeness.js";
import type { Importance } from "../../src/model/Importance.js";
import type { TransitionKind } from "../../src/model/TransitionKind.js";
import type { BandFigures } from "../../src/model/RoleAttributes.js";
import { compareText } from "../../src/model/compareText.js";
import { normalizeName } from "../../src/names/normalizeName.js";
import { buildNetwork } from "../../src/paths/network/buildNetwork.js";
import type { Network } from "../../src/paths/network/Network.js";
import type { NetworkRoleRow, NetworkSkillRow } from "../../src/paths/network/NetworkRows.js";

/** A step as a test writes it. */
export interface DrawnStep {
  readonly to: string;
  /** Stated years; omitted if unknown. */
  readonly years?: number;
  readonly kind?: TransitionKind;
  readonly basis?: Basis;
  readonly closeness?: Closeness;
}

/** A role as a test writes it: what it omits is unknown or absent. Slugs stand for ids. */
export interface DrawnRole {
  readonly title?: string;
  readonly track?: string;
  readonly seniority?: number;
  /** Index of the role's dataset; 0 if omitted. */
  readonly part?: number;
  readonly experienceFrom?: number;
  /** Level of preparation; all are on one scale. */
  readonly preparation?: number;
  /** The lower end of each pay band, by its currency and optionally its place ("USD", "USD US"); the first one is the one to show. */
  readonly pay?: Readonly<Record<string, number>>;
  /** Slug of the degree that the role needs. */
  readonly degree?: string;
  readonly degreeLevel?: DegreeLevel;
  readonly steps?: readonly DrawnStep[];
  /** Slugs of the skills that the role needs, optionally with a level ("sql@3"); a trailing `?` means USEFUL. */
  readonly needs?: readonly string[];
}

/** A whole small graph; roles by slug. */
export type DrawnGraph = Readonly<Record<string, DrawnRole>>;

/** Choices by the slug of the skill that offers them. */
export type DrawnChoices = Readonly<Record<string, readonly string[]>>;

/** Roles are sorted by title as stores list them, skills in the order of `skillRowsOf`. What is not in the graph has the ordinal -1. */
export function roleRowsOf(graph: DrawnGraph, choices: DrawnChoices = {}): NetworkRoleRow[] {
  const roles = slugsByTitle(graph);
  const skills = [...skillSlugsOf(graph, choices)];
  return roles.map((slug) => {
    const role = graph[slug]!;
    const steps = role.steps ?? [];
    const needs = role.needs ?? [];
    return {
      id: `role:${slug}`,
      title: titleOf(graph, slug),
      seniority: role.seniority ?? null,
      part: role.part ?? 0,
      trackId: role.track === undefined ? null : `track:${role.track}`,
      experienceFrom: role.experienceFrom ?? null,
      attributes: {
        preparation:
          role.preparation === undefined ? null : { scale: "Zones", level: role.preparation, education: null },
        degree:
          role.degree === undefined
            ? null
            : { id: `degree:${role.degree}`, name: role.degree, level: role.degreeLevel ?? "MASTER" },
        payBands: bandsOf(role),
        employment: null,
      },
      toOrdinals: steps.map((step) => roles.indexOf(step.to)),
      kinds: steps.map((step) => step.kind ?? "LATERAL"),
      bases: steps.map((step) => step.basis ?? "STATED"),
      closenesses: steps.map((step) => step.closeness ?? null),
      statedYears: steps.map((step) => step.years ?? null),
      skillOrdinals: needs.map((need) => skills.indexOf(skillSlug(need))),
      levels: needs.map((need) => levelOfNeed(need)),
      importances: needs.map((need): Importance => (need.endsWith("?") ? "USEFUL" : "ESSENTIAL")),
    };
  });
}

/** The pay bands of a role in a graph; null if it has none. */
function bandsOf({ pay = {} }: DrawnRole): BandFigures[] | null {
  const bands = Object.entries(pay).map(([market, min]) => {
    const [currency, place = null] = market.split(" ") as [string, string?];
    return { currency, place, min, max: min + 1 };
  });
  return bands.length === 0 ? null : bands;
}

/** The skill of a need in a graph. */
export function skillSlug(need: string): string {
  return need.replace(/[@?].*$/, "");
}

/** The level of a need in a graph; null if it has none. */
export function levelOfNeed(need: string): number | null {
  const level = /@([\d.]+)/.exec(need)?.[1];
  return level === undefined ? null : Number(level);
}

function titleOf(graph: DrawnGraph, slug: string): string {
  return graph[slug]!.title ?? slug.toUpperCase();
}

function slugsByTitle(graph: DrawnGraph): string[] {
  const name = (slug: string) => normalizeName(titleOf(graph, slug));
  return Object.keys(graph).sort(
    (left, right) => compareText(name(left), name(right)) || compareText(`role:${left}`, `role:${right}`),
  );
}

export function skillRowsOf(graph: DrawnGraph, choices: DrawnChoices = {}): NetworkSkillRow[] {
  return [...skillSlugsOf(graph, choices)].map((slug) => ({
    id: `skill:${slug}`,
    part: 0,
    choiceOfIds: (choices[slug] ?? []).map((part) => `skill:${part}`),
    buildsOnIds: [],
    sameAsIds: [],
  }));
}

function skillSlugsOf(graph: DrawnGraph, choices: DrawnChoices): ReadonlySet<string> {
  const slugs = new Set(Object.values(graph).flatMap((role) => (role.needs ?? []).map(skillSlug)));
  for (const [choice, parts] of Object.entries(choices)) for (const slug of [choice, ...parts]) slugs.add(slug);
  return slugs;
}

/** The network of a graph. */
export function networkOf(
  graph: DrawnGraph,
  choices: DrawnChoices = {},
  assumedYears: AssumedYears | null | readonly (AssumedYears | null)[] = null,
): Promise<Network> {
  const declared = assumedYears === null || "note" in assumedYears ? [assumedYears] : assumedYears;
  return buildNetwork("test", [roleRowsOf(graph, choices)], [skillRowsOf(graph, choices)], declared);
}
