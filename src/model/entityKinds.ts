import type { Activity } from "./Activity.js";
import type { Certification } from "./Certification.js";
import type { Degree } from "./Degree.js";
import type { Employer } from "./Employer.js";
import type { EmploymentClaim } from "./EmploymentClaim.js";
import type { Entity } from "./Entity.js";
import type { GrowthClaim } from "./GrowthClaim.js";
import type { PayClaim } from "./PayClaim.js";
import type { Phase } from "./Phase.js";
import type { Question } from "./Question.js";
import type { Role } from "./Role.js";
import type { Sector } from "./Sector.js";
import type { Skill } from "./Skill.js";
import type { Source } from "./Source.js";
import type { Statement } from "./Statement.js";
import type { Track } from "./Track.js";
import type { Trend } from "./Trend.js";

/** The class of each id prefix of an entity. */
export interface EntityOfPrefix {
  role: Role;
  track: Track;
  skill: Skill;
  certification: Certification;
  degree: Degree;
  activity: Activity;
  phase: Phase;
  trend: Trend;
  sector: Sector;
  employer: Employer;
  question: Question;
  pay: PayClaim;
  growth: GrowthClaim;
  employment: EmploymentClaim;
  statement: Statement;
  source: Source;
}

export type EntityPrefix = keyof EntityOfPrefix;

/**
 * How a store keeps a field: as one property of a common database type, or as OWN_SHAPE, such as a span of years or a relationship.
 * INTEGER is for counts and other whole numbers.
 */
export type FieldForm = "TEXT" | "TEXTS" | "FLAG" | "NUMBER" | "INTEGER" | "OWN_SHAPE";

/** The forms that fit a field's type. */
type FormOf<Value> = [Value] extends [boolean]
  ? "FLAG"
  : [Value] extends [number | null]
    ? "NUMBER" | "INTEGER"
    : [Value] extends [string | null]
      ? "TEXT" | "OWN_SHAPE"
      : [Value] extends [readonly string[]]
        ? "TEXTS"
        : "OWN_SHAPE";

/** Everything about a kind of entity except its class. */
interface EntityKind<T extends Entity> {
  /** GraphQL type. */
  readonly type: string;
  /** The value of `NodeKind`. Several kinds of entity may share one. */
  readonly kind: string;
  /** The label of its nodes in a graph database, in addition to `Entity`. */
  readonly nodeLabel: string;
  /** The list of a dataset with its entities. Also the name of its files, without the extension. */
  readonly list: string;
  /**
   * Who uses its names. REFERENCES: arguments and the search. SEARCH: only the search. NOBODY: its label is made from figures or a
   * sentence.
   */
  readonly names: "REFERENCES" | "SEARCH" | "NOBODY";
  /** Whether a neighborhood leaves it out by default, because such nodes connect nearly everything. */
  readonly aside: boolean;
  /** Every field except those that all entities have. */
  readonly fields: { readonly [F in Exclude<keyof T, keyof Entity>]: FormOf<T[F]> };
}

/**
 * Every kind of entity by its id prefix, in the order of `NodeKind`. All other lists of kinds derive from this table: the types of ids,
 * the lists of a dataset, its files, and what stores write and read. A field that is in a class but not in the table, or the reverse, is a
 * type error.
 */
export const ENTITY_KINDS = {
  role: {
    type: "Role",
    kind: "ROLE",
    nodeLabel: "Role",
    list: "roles",
    names: "REFERENCES",
    aside: false,
    fields: {
      title: "TEXT",
      aliases: "TEXTS",
      labels: "OWN_SHAPE",
      summary: "TEXT",
      place: "TEXT",
      seniority: "INTEGER",
      experience: "OWN_SHAPE",
      preparation: "OWN_SHAPE",
      trackId: "OWN_SHAPE",
    },
  },
  track: {
    type: "Track",
    kind: "TRACK",
    nodeLabel: "Track",
    list: "tracks",
    names: "REFERENCES",
    aside: false,
    fields: { name: "TEXT", aliases: "TEXTS", description: "TEXT" },
  },
  skill: {
    type: "Skill",
    kind: "SKILL",
    nodeLabel: "Skill",
    list: "skills",
    names: "REFERENCES",
    aside: false,
    fields: {
      name: "TEXT",
      aliases: "TEXTS",
      labels: "OWN_SHAPE",
      description: "TEXT",
      category: "TEXT",
      collections: "TEXTS",
      offersChoice: "FLAG",
    },
  },
  certification: {
    type: "Certification",
    kind: "CERTIFICATION",
    nodeLabel: "Certification",
    list: "certifications",
    names: "REFERENCES",
    aside: false,
    fields: { name: "TEXT", aliases: "TEXTS", issuer: "TEXT" },
  },
  degree: {
    type: "Degree",
    kind: "DEGREE",
    nodeLabel: "Degree",
    list: "degrees",
    names: "REFERENCES",
    aside: false,
    fields: { name: "TEXT", aliases: "TEXTS", level: "TEXT", fields: "TEXTS" },
  },
  activity: {
    type: "Activity",
    kind: "ACTIVITY",
    nodeLabel: "Activity",
    list: "activities",
    names: "SEARCH",
    aside: false,
    fields: { name: "TEXT", examples: "TEXTS" },
  },
  phase: {
    type: "Phase",
    kind: "PHASE",
    nodeLabel: "Phase",
    list: "phases",
    names: "SEARCH",
    aside: false,
    fields: { name: "TEXT", years: "OWN_SHAPE" },
  },
  trend: {
    type: "Trend",
    kind: "TREND",
    nodeLabel: "Trend",
    list: "trends",
    names: "SEARCH",
    aside: false,
    fields: { name: "TEXT", summary: "TEXT" },
  },
  sector: {
    type: "Sector",
    kind: "SECTOR",
    nodeLabel: "Sector",
    list: "sectors",
    names: "SEARCH",
    aside: false,
    fields: { name: "TEXT", note: "TEXT" },
  },
  employer: {
    type: "Employer",
    kind: "EMPLOYER",
    nodeLabel: "Employer",
    list: "employers",
    names: "SEARCH",
    aside: false,
    fields: { name: "TEXT" },
  },
  question: {
    type: "Question",
    kind: "QUESTION",
    nodeLabel: "Question",
    list: "questions",
    names: "SEARCH",
    aside: false,
    fields: { question: "TEXT", answer: "TEXT" },
  },
  pay: {
    type: "PayClaim",
    kind: "CLAIM",
    nodeLabel: "Claim",
    list: "pay",
    names: "NOBODY",
    aside: true,
    fields: {
      min: "NUMBER",
      max: "NUMBER",
      openEnded: "FLAG",
      currency: "TEXT",
      period: "TEXT",
      component: "TEXT",
      statistic: "TEXT",
      place: "TEXT",
      lowerPercentile: "NUMBER",
      upperPercentile: "NUMBER",
      asOf: "TEXT",
      otherPopulation: "TEXT",
      note: "TEXT",
    },
  },
  growth: {
    type: "GrowthClaim",
    kind: "CLAIM",
    nodeLabel: "Claim",
    list: "growth",
    names: "NOBODY",
    aside: true,
    fields: {
      percent: "NUMBER",
      atLeast: "FLAG",
      fromYear: "INTEGER",
      toYear: "INTEGER",
      population: "TEXT",
      note: "TEXT",
    },
  },
  employment: {
    type: "EmploymentClaim",
    kind: "CLAIM",
    nodeLabel: "Claim",
    list: "employment",
    names: "NOBODY",
    aside: true,
    fields: { count: "INTEGER", place: "TEXT", asOf: "TEXT", note: "TEXT" },
  },
  statement: {
    type: "Statement",
    kind: "STATEMENT",
    nodeLabel: "Statement",
    list: "statements",
    names: "NOBODY",
    aside: true,
    fields: { topic: "TEXT", text: "TEXT" },
  },
  source: {
    type: "Source",
    kind: "SOURCE",
    nodeLabel: "Source",
    list: "sources",
    names: "SEARCH",
    aside: true,
    fields: { title: "TEXT", publisher: "TEXT", url: "TEXT", note: "TEXT" },
  },
} as const satisfies { readonly [P in EntityPrefix]: EntityKind<EntityOfPrefix[P]> };

type EntityKinds = typeof ENTITY_KINDS;

/** The name of the list of a dataset with the entities of a prefix. */
export type EntityList<P extends EntityPrefix = EntityPrefix> = EntityKinds[P]["list"];

/** Prefixes of the entities that arguments refer to by name. */
export type ReferablePrefix = {
  [P in EntityPrefix]: EntityKinds[P]["names"] extends "REFERENCES" ? P : never;
}[EntityPrefix];

/** Kinds of node that arguments refer to by name. */
export type ReferableKind = EntityKinds[ReferablePrefix]["kind"];

/** The fields of a kind of entity with the form OWN_SHAPE. */
export type OwnShapeField<P extends EntityPrefix> = {
  [F in keyof EntityKinds[P]["fields"]]: EntityKinds[P]["fields"][F] extends "OWN_SHAPE" ? F : never;
}[keyof EntityKinds[P]["fields"]];

/** The id prefixes of entities, in the order of `ENTITY_KINDS`. */
export const ENTITY_PREFIXES = Object.keys(ENTITY_KINDS) as readonly EntityPrefix[];

/** Whether a prefix belongs to an entity. */
export function isEntityPrefix(prefix: string | null): prefix is EntityPrefix {
  return prefix !== null && Object.hasOwn(ENTITY_KINDS, prefix);
}

/** Computes a value for each id prefix of an entity. */
export function byPrefix<T>(valueOf: (prefix: EntityPrefix) => T): Readonly<Record<EntityPrefix, T>> {
  const entries = ENTITY_PREFIXES.map((prefix) => [prefix, valueOf(prefix)] as const);
  return Object.fromEntries(entries) as Record<EntityPrefix, T>;
}

/** The fields of a kind of entity with their forms. */
export function fieldsOf(prefix: EntityPrefix): readonly (readonly [field: string, form: FieldForm])[] {
  return FIELDS[prefix];
}

const FIELDS = byPrefix((prefix) => Object.entries<FieldForm>(ENTITY_KINDS[prefix].fields));
