import { z } from "zod";
import { kindOf, SLUG, slugOf } from "../model/EntityId.js";
import { ENTITY_PREFIXES, type EntityList, type EntityPrefix } from "../model/entityKinds.js";
import { Basis } from "../model/Basis.js";
import { Closeness } from "../model/Closeness.js";
import { DegreeLevel } from "../model/DegreeLevel.js";
import { Importance } from "../model/Importance.js";
import { MatchKind } from "../model/MatchKind.js";
import { Necessity } from "../model/Necessity.js";
import { PayComponent } from "../model/PayComponent.js";
import { PayPeriod } from "../model/PayPeriod.js";
import { PayStatistic } from "../model/PayStatistic.js";
import { RolePlace } from "../model/RolePlace.js";
import { StatementTopic } from "../model/StatementTopic.js";
import { TransitionKind } from "../model/TransitionKind.js";
import { wholeMonths } from "../model/wholeMonths.js";
import { LONGEST_NAME } from "../names/NameTable.js";

/*
 * The shape of each record of a dataset folder, and of `dataset.yaml`. A shape checks a single record. The rules check records against each
 * other.
 */

const text = z.string().trim().min(1);
const name = text.max(LONGEST_NAME);
const names = z.array(name).default([]);
/** Time is kept in whole months, so a time below half a month would become 0. */
const years = z
  .number()
  .min(0)
  .max(100)
  .refine((time) => time === 0 || wholeMonths(time) > 0, {
    error: ({ input }) => `${String(input)} years are less than half a month, and time is kept in whole months`,
    params: { fix: "Write 0 if it takes no time, otherwise a month (0.083) or more" },
  });
const calendarYear = z.int().min(1900).max(2200);

function idOf(prefix: EntityPrefix): z.ZodString {
  return z
    .string()
    .refine((id) => id.startsWith(`${prefix}:`) && SLUG.test(slugOf(id)), {
      error: ({ input }) => `${JSON.stringify(input)} is not a valid ${prefix} id`,
      params: { fix: `Write \`${prefix}:\` and lower-case words joined by single hyphens` },
    })
    .meta({ pattern: idPattern(prefix) });
}

/** The pattern of an id for JSON Schema, which cannot be derived from `refine`. */
function idPattern(prefix: string): string {
  return `^(?:${prefix}):${SLUG.source.slice(1)}`;
}

const anyId = z
  .string()
  .refine((id) => kindOf(id) !== null && SLUG.test(slugOf(id)), {
    error: ({ input }) => `${JSON.stringify(input)} is not the id of a node`,
    params: { fix: "Write the full id of a record, such as `role:data-scientist`" },
  })
  .meta({ pattern: idPattern(ENTITY_PREFIXES.join("|")) });

const citation = z.strictObject({ source: idOf("source"), heading: text.optional(), via: idOf("source").optional() });
const cites = z.array(citation).min(1);

/** Shapes that also accept a short form, which they convert into the whole form. */
export const SHORT_FORMS = new Map<z.core.$ZodType, { readonly short: z.ZodType; readonly whole: z.ZodType }>();

/** A link to another record: only its id (STATED, with the citations of the record), or with its own basis or citations. */
function link(target: z.ZodString) {
  const whole = z.strictObject({ to: target, basis: z.enum(Basis).default("STATED"), cites: cites.optional() });
  const either = z.preprocess((value) => (typeof value === "string" ? { to: value } : value), whole);
  SHORT_FORMS.set(either, { short: target, whole });
  return either;
}

const linksTo = (prefix: EntityPrefix) => z.array(link(idOf(prefix))).default([]);
const span = z.strictObject({ from: years, to: years.optional() });

/** Names in other languages than that of the title or name, one per language. */
const labels = z
  .array(
    z.strictObject({
      text: name,
      language: z
        .string()
        .regex(/^[a-z]{2}$/, { error: "is not an ISO 639-1 code of two lower-case letters, such as fr" }),
    }),
  )
  .default([]);

const role = z.strictObject({
  id: idOf("role"),
  title: name,
  aliases: names,
  labels,
  summary: text.optional(),
  place: z.enum(RolePlace),
  seniority: z.int().min(1).max(30).optional(),
  track: idOf("track").optional(),
  experience: z.array(z.strictObject({ ...span.shape, cites })).default([]),
  preparation: z
    .strictObject({
      scale: text,
      level: z.int().min(0).max(15),
      label: text,
      education: text.optional(),
      years: span.optional(),
    })
    .optional(),
  skills: z
    .array(
      z.strictObject({
        skill: idOf("skill"),
        importance: z.enum(Importance),
        level: z.number().optional(),
        basis: z.enum(Basis).default("STATED"),
        note: text.optional(),
        cites,
      }),
    )
    .default([]),
  degrees: z
    .array(z.strictObject({ degree: idOf("degree"), necessity: z.enum(Necessity), note: text.optional(), cites }))
    .default([]),
  closeMatches: linksTo("role"),
  cites,
});

/** The place of a claim. A place that looks like an ISO 3166 code must be written as one, because places are compared as codes first. */
const claimPlace = text.refine(
  (place) => !/^[a-z]{2}(-[a-z0-9]{1,3})?$/i.test(place) || place === place.toUpperCase(),
  {
    error: ({ input }) => `${JSON.stringify(input)} is not an ISO 3166 code`,
    params: { fix: "Write codes in capitals, such as US or US-CA, and the names of other areas in full" },
  },
);
// YAML reads a bare year as a number.
const isoDate = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine(isIsoDate, { error: "is not an ISO 8601 date, month or year, such as 2025-03" });
const percentile = z.number().gt(0).lt(100);

const pay = z.strictObject({
  id: idOf("pay"),
  about: z.array(link(anyId)).min(1),
  min: z.number().min(0).optional(),
  max: z.number().min(0).optional(),
  openEnded: z.boolean().default(false),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: "is not an ISO 4217 code of three capitals, such as USD" }),
  period: z.enum(PayPeriod),
  component: z.enum(PayComponent),
  statistic: z.enum(PayStatistic),
  place: claimPlace.optional(),
  lowerPercentile: percentile.optional(),
  upperPercentile: percentile.optional(),
  asOf: isoDate.optional(),
  otherPopulation: text.optional(),
  note: text.optional(),
  cites,
});

const growth = z.strictObject({
  id: idOf("growth"),
  about: z.array(link(anyId)).min(1),
  percent: z.number(),
  atLeast: z.boolean().default(false),
  fromYear: calendarYear.optional(),
  toYear: calendarYear.optional(),
  population: text,
  note: text.optional(),
  cites,
});

const employment = z.strictObject({
  id: idOf("employment"),
  about: z.array(link(anyId)).min(1),
  // The greatest Int of GraphQL.
  count: z.int().min(0).max(2_147_483_647),
  place: claimPlace.optional(),
  asOf: isoDate.optional(),
  note: text.optional(),
  cites,
});

const transition = z.strictObject({
  from: idOf("role"),
  to: idOf("role"),
  // SAME_WORK transitions are made from matches.
  kind: z.enum(TransitionKind).exclude(["SAME_WORK"]),
  basis: z.enum(Basis),
  closeness: z.enum(Closeness).optional(),
  statedYears: years.optional(),
  note: text.optional(),
  advice: z
    .strictObject({
      demonstrate: z.array(idOf("skill")).default([]),
      develop: z.array(idOf("skill")).default([]),
      actions: z.array(text).default([]),
    })
    .optional(),
  cites,
});

const matched = anyId.refine((id) => ["ROLE", "SKILL"].includes(kindOf(id) ?? ""), {
  error: ({ input }) => `${JSON.stringify(input)} is neither the id of a role nor of a skill`,
  params: { fix: "Match roles with roles, skills with skills" },
});

/** Files of records that connect two other records and have no `id`. */
type FactFile = "transitions" | "matches";

/** The shape of each kind of record, by the stem of its file, in the order of `Dataset`. */
export const RECORD_SHAPES = {
  roles: role,
  tracks: z.strictObject({ id: idOf("track"), name, aliases: names, description: text.optional(), cites }),
  skills: z.strictObject({
    id: idOf("skill"),
    name,
    aliases: names,
    labels,
    description: text.optional(),
    category: text.optional(),
    /** Further categories that cut across the main ones. */
    collections: z.array(text).default([]),
    offersChoice: z.boolean().default(false),
    buildsOn: linksTo("skill"),
    partOf: linksTo("skill"),
    cites,
  }),
  certifications: z.strictObject({
    id: idOf("certification"),
    name,
    aliases: names,
    issuer: text,
    certifies: linksTo("skill"),
    cites,
  }),
  degrees: z.strictObject({
    id: idOf("degree"),
    name,
    aliases: names,
    level: z.enum(DegreeLevel),
    fields: z.array(text).default([]),
    cites,
  }),
  activities: z.strictObject({
    id: idOf("activity"),
    name,
    examples: z.array(text).default([]),
    develops: linksTo("skill"),
    cites,
  }),
  phases: z.strictObject({ id: idOf("phase"), name, years: span, develops: linksTo("skill"), cites }),
  trends: z.strictObject({ id: idOf("trend"), name, summary: text.optional(), callsFor: linksTo("skill"), cites }),
  sectors: z.strictObject({ id: idOf("sector"), name, note: text.optional(), cites }),
  employers: z.strictObject({ id: idOf("employer"), name, employs: linksTo("role"), cites }),
  questions: z.strictObject({
    id: idOf("question"),
    question: name,
    answer: text,
    about: z.array(link(anyId)).default([]),
    cites,
  }),
  pay,
  growth,
  employment,
  statements: z.strictObject({
    id: idOf("statement"),
    topic: z.enum(StatementTopic),
    text,
    about: z.array(link(anyId)).default([]),
    cites,
  }),
  sources: z.strictObject({
    id: idOf("source"),
    title: name,
    publisher: text.optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    note: text.optional(),
  }),
  transitions: transition,
  /** Matches between roles or skills of different folders. Each folder stays valid without the other. */
  matches: z.strictObject({
    from: matched,
    to: matched,
    kind: z.enum(MatchKind),
    basis: z.enum(Basis),
    note: text.optional(),
    cites,
  }),
} as const satisfies Record<EntityList | FactFile, z.ZodType>;

export const DATASET_SHAPE = z.strictObject({
  /** Distinguishes the dataset from others that are served with it. The default is the slug of the folder's name. */
  id: z
    .string()
    .refine((id) => SLUG.test(id), {
      error: ({ input }) => `${JSON.stringify(input)} is not a valid dataset id`,
      params: { fix: "Write lower-case words joined by single hyphens" },
    })
    .optional(),
  name: text,
  version: text,
  /** Lines that the licences of the sources require wherever the data are shown. */
  attributions: z.array(text).default([]),
  /** Whether several records may share an alias, for publishers whose lists of titles overlap. */
  sharedAliases: z.boolean().default(false),
  /** Whether the needs of a rung replace those of the rungs below. If not, a rung must also list the needs of the rungs below. */
  rungsReplace: z.boolean().default(false),
  /** Years to assume for steps of unknown time: for rising steps, and for steps at about the same level. */
  assumedYears: z.strictObject({ rising: years.optional(), level: years.optional(), note: text }).optional(),
  /** The scale of the levels of needs. */
  levelScale: z
    .strictObject({ name: text, lowest: z.number(), highest: z.number() })
    .refine(({ lowest, highest }) => lowest < highest, {
      error: "has a `lowest` that is not below its `highest`",
      params: { fix: "Correct or swap the two" },
    })
    .optional(),
});

export type RecordKind = keyof typeof RECORD_SHAPES;
export type RecordOf<F extends RecordKind> = z.output<(typeof RECORD_SHAPES)[F]>;
/** A record as written in a file. Keys with a default are optional. */
export type RecordDraft<F extends RecordKind> = z.input<(typeof RECORD_SHAPES)[F]>;
export type CitationRecord = z.output<typeof citation>;
export type LinkRecord = RecordOf<"pay">["about"][number];

function isIsoDate(date: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const parsed = new Date(Date.UTC(year, month - 1, day));
  return parsed.getUTCMonth() === month - 1 && parsed.getUTCDate() === day;
}
