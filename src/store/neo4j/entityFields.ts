import type { Activity } from "../../model/Activity.js";
import type { Certification } from "../../model/Certification.js";
import type { Degree } from "../../model/Degree.js";
import type { Employer } from "../../model/Employer.js";
import type { Entity } from "../../model/Entity.js";
import type { EntityPrefix } from "../../model/EntityId.js";
import type { GrowthClaim } from "../../model/GrowthClaim.js";
import type { PayClaim } from "../../model/PayClaim.js";
import type { Phase } from "../../model/Phase.js";
import type { Question } from "../../model/Question.js";
import type { Role } from "../../model/Role.js";
import type { Sector } from "../../model/Sector.js";
import type { Skill } from "../../model/Skill.js";
import type { Source } from "../../model/Source.js";
import type { Statement } from "../../model/Statement.js";
import type { Track } from "../../model/Track.js";
import type { Trend } from "../../model/Trend.js";

/** Fields of `T` that are stored under their own name, as text, number, truth value or list of texts. */
type PlainField<T extends Entity> = Exclude<keyof T, keyof Entity | "citations">;

/**
 * The plain fields of each kind of entity; a field that is null has no property. Written and read by this one table. What it
 * leaves out has a shape of its own in the graph: a role's track and experience, a phase's years, everyone's citations.
 */
export const PLAIN_FIELDS = {
  role: ["title", "aliases", "summary", "place", "seniority"] satisfies PlainField<Role>[],
  track: ["name", "aliases", "description"] satisfies PlainField<Track>[],
  skill: ["name", "aliases", "category", "offersChoice"] satisfies PlainField<Skill>[],
  certification: ["name", "aliases", "issuer"] satisfies PlainField<Certification>[],
  degree: ["name", "aliases", "level", "fields"] satisfies PlainField<Degree>[],
  activity: ["name", "examples"] satisfies PlainField<Activity>[],
  phase: ["name"] satisfies PlainField<Phase>[],
  trend: ["name", "summary"] satisfies PlainField<Trend>[],
  sector: ["name", "note"] satisfies PlainField<Sector>[],
  employer: ["name"] satisfies PlainField<Employer>[],
  question: ["question", "answer"] satisfies PlainField<Question>[],
  pay: [
    ...["min", "max", "openEnded", "currency", "period", "component", "statistic"],
    ...["asOf", "otherPopulation", "note"],
  ] as PlainField<PayClaim>[],
  growth: ["percent", "atLeast", "fromYear", "toYear", "population", "note"] satisfies PlainField<GrowthClaim>[],
  statement: ["topic", "text"] satisfies PlainField<Statement>[],
  source: ["title", "publisher", "url", "note"] satisfies PlainField<Source>[],
} as const satisfies Record<EntityPrefix, readonly string[]>;

/** Fields that count something: stored as integers, all other numbers as floats. */
export const INTEGER_FIELDS: ReadonlySet<string> = new Set(["seniority", "fromYear", "toYear"]);
