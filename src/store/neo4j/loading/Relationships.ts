import neo4j from "neo4j-driver";
import type { Dataset } from "../../../dataset/Dataset.js";
import type { Citation } from "../../../model/Citation.js";
import type { RelationKind } from "../../../model/RelationKind.js";
import type { SkillRequirement } from "../../../model/SkillRequirement.js";
import { entitiesByPrefix } from "../../entitiesByPrefix.js";
import { requirementRank } from "../../requirementRank.js";
import { headingsOf, sourceIdsOf, viaIdsOf } from "../citationLists.js";
import type { FingerprintOf } from "./fingerprints.js";

/** The relationships of one type: the facts behind them, and how to get the ends and properties of a fact. */
export interface Relationships<T = unknown> {
  readonly facts: readonly T[];
  fromOf(fact: T): string;
  toOf(fact: T): string;
  /** The value of each property, by name; null if the relationship does not have it. */
  readonly properties: Readonly<Record<string, (fact: T, ordinal: number) => unknown>>;
}

/** Every relationship of a dataset, by type. */
export function relationshipsOf(
  dataset: Dataset,
  fingerprintOf: FingerprintOf,
): Readonly<Record<RelationKind, Relationships>> {
  const links = (wanted: RelationKind): Relationships =>
    relationships({
      facts: dataset.links.filter(({ type }) => type === wanted),
      fromOf: ({ from }) => from,
      toOf: ({ to }) => to,
      properties: { basis: ({ basis }) => basis, ...CITATIONS },
    });
  const positions = positionsInSkills(dataset);
  return {
    LEADS_TO: relationships({
      facts: dataset.transitions,
      fromOf: ({ fromId }) => fromId,
      toOf: ({ toId }) => toId,
      properties: {
        kind: ({ kind }) => kind,
        basis: ({ basis }) => basis,
        closeness: ({ closeness }) => closeness,
        statedYears: ({ statedYears }) => statedYears,
        note: ({ note }) => note,
        actions: ({ advice }) => advice?.actions ?? null,
        demonstrateSkillIds: ({ advice }) => advice?.demonstrateSkillIds ?? null,
        developSkillIds: ({ advice }) => advice?.developSkillIds ?? null,
        ...CITATIONS,
        fingerprint: (transition) => fingerprintOf(transition),
      },
    }),
    REQUIRES: relationships({
      facts: dataset.requirements,
      fromOf: ({ roleId }) => roleId,
      toOf: ({ skillId }) => skillId,
      properties: {
        importance: ({ importance }) => importance,
        requiredLevel: ({ requiredLevel }) => requiredLevel,
        basis: ({ basis }) => basis,
        note: ({ note }) => note,
        ...CITATIONS,
        position: (_, ordinal) => neo4j.int(positions[ordinal]!),
      },
    }),
    ASKS_FOR: relationships({
      facts: dataset.degreeRequirements,
      fromOf: ({ roleId }) => roleId,
      toOf: ({ degreeId }) => degreeId,
      properties: {
        necessity: ({ necessity }) => necessity,
        note: ({ note }) => note,
        ...CITATIONS,
      },
    }),
    ON_TRACK: relationships({
      facts: dataset.roles.flatMap(({ id, trackId }) => (trackId === null ? [] : [{ id, trackId }])),
      fromOf: ({ id }) => id,
      toOf: ({ trackId }) => trackId,
      properties: {},
    }),
    CLOSE_MATCH: links("CLOSE_MATCH"),
    MATCHES: relationships({
      facts: dataset.matches,
      fromOf: ({ fromId }) => fromId,
      toOf: ({ toId }) => toId,
      properties: {
        kind: ({ kind }) => kind,
        basis: ({ basis }) => basis,
        note: ({ note }) => note,
        ...CITATIONS,
      },
    }),
    CERTIFIES: links("CERTIFIES"),
    BUILDS_ON: links("BUILDS_ON"),
    PART_OF: links("PART_OF"),
    DEVELOPS: links("DEVELOPS"),
    CALLS_FOR: links("CALLS_FOR"),
    EMPLOYS: links("EMPLOYS"),
    ABOUT: links("ABOUT"),
    CITES: relationships({
      facts: Object.values(entitiesByPrefix(dataset)).flatMap((entities) =>
        entities.flatMap(({ id, citations }) =>
          citations.map(({ sourceId, heading, viaId }, position) => ({ id, sourceId, position, heading, viaId })),
        ),
      ),
      fromOf: ({ id }) => id,
      toOf: ({ sourceId }) => sourceId,
      properties: {
        position: ({ position }) => neo4j.int(position),
        heading: ({ heading }) => heading,
        viaId: ({ viaId }) => viaId,
      },
    }),
  };
}

/** The properties in which a fact that is a relationship stores its citations. */
const CITATIONS = {
  sourceIds: ({ citations }: Cited) => sourceIdsOf(citations),
  headings: ({ citations }: Cited) => headingsOf(citations),
  viaIds: ({ citations }: Cited) => viaIdsOf(citations),
};

interface Cited {
  readonly citations: readonly Citation[];
}

/** Erases the type of the facts, so that relationships of all types fit one table. The functions only ever receive their own facts. */
function relationships<T>(typed: Relationships<T>): Relationships {
  return typed as Relationships;
}

/**
 * The position of each requirement in the list of its skill, by the requirement's index in the dataset. The order is ESSENTIAL first, then
 * STATED, then the role's default order. O(n log n).
 */
function positionsInSkills({ requirements, roles }: Dataset): Uint32Array {
  const ordinals = new Map(roles.map(({ id }, ordinal) => [id, ordinal]));
  const ofSkills = new Map<string, number[]>();
  for (const [index, { skillId }] of requirements.entries()) {
    const list = ofSkills.get(skillId);
    if (list === undefined) ofSkills.set(skillId, [index]);
    else list.push(index);
  }
  const positions = new Uint32Array(requirements.length);
  for (const list of ofSkills.values()) {
    list.sort((left, right) => {
      const [one, other] = [requirements[left] as SkillRequirement, requirements[right] as SkillRequirement];
      return (
        requirementRank(one) - requirementRank(other) ||
        (ordinals.get(one.roleId) ?? 0) - (ordinals.get(other.roleId) ?? 0)
      );
    });
    for (const [position, index] of list.entries()) positions[index] = position;
  }
  return positions;
}
