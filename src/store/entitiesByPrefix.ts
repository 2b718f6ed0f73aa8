import type { Dataset } from "../dataset/Dataset.js";
import type { Entity } from "../model/Entity.js";
import type { EntityPrefix } from "../model/EntityId.js";

/** The entities of a dataset by their id prefix, each list in default order. */
export function entitiesByPrefix(dataset: Dataset): Readonly<Record<EntityPrefix, readonly Entity[]>> {
  return {
    role: dataset.roles,
    track: dataset.tracks,
    skill: dataset.skills,
    certification: dataset.certifications,
    degree: dataset.degrees,
    activity: dataset.activities,
    phase: dataset.phases,
    trend: dataset.trends,
    sector: dataset.sectors,
    employer: dataset.employers,
    question: dataset.questions,
    pay: dataset.pay,
    growth: dataset.growth,
    statement: dataset.statements,
    source: dataset.sources,
  };
}
