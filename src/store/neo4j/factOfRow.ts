import { degreeRequirementId, matchId, requirementId, transitionId } from "../../model/EntityId.js";
import type { Advice } from "../../model/Advice.js";
import type { DegreeRequirement } from "../../model/DegreeRequirement.js";
import type { Match } from "../../model/Match.js";
import type { SkillRequirement } from "../../model/SkillRequirement.js";
import type { Transition } from "../../model/Transition.js";
import { citationsOfLists, type CitationLists } from "./citationLists.js";

/** A fact as statements return it: the properties of its relationship, without null ones, and the ids of its ends, from which its own id is made. */
type FactRow<T, Absent extends keyof T> = Omit<T, "id" | "citations" | Absent> & {
  readonly [K in Absent]?: T[K];
} & CitationLists;

type TransitionRow = FactRow<Omit<Transition, "advice">, "closeness" | "statedYears" | "note"> & Partial<Advice>;

export function transitionOfRow(row: TransitionRow): Transition {
  const { fromId, toId, kind, basis, closeness = null, statedYears = null, note = null } = row;
  const { actions, demonstrateSkillIds = [], developSkillIds = [] } = row;
  const advice = actions === undefined ? null : { demonstrateSkillIds, developSkillIds, actions };
  const id = transitionId(fromId, toId);
  return { id, fromId, toId, kind, basis, closeness, statedYears, note, advice, citations: citationsOfLists(row) };
}

export type SkillRequirementRow = FactRow<SkillRequirement, "requiredLevel" | "note">;

export function skillRequirementOfRow(row: SkillRequirementRow): SkillRequirement {
  const { roleId, skillId, importance, requiredLevel = null, basis, note = null } = row;
  const id = requirementId(roleId, skillId);
  return { id, roleId, skillId, importance, requiredLevel, basis, note, citations: citationsOfLists(row) };
}

type DegreeRequirementRow = FactRow<DegreeRequirement, "note">;

export function degreeRequirementOfRow(row: DegreeRequirementRow): DegreeRequirement {
  const { roleId, degreeId, necessity, note = null } = row;
  const id = degreeRequirementId(roleId, degreeId);
  return { id, roleId, degreeId, necessity, note, citations: citationsOfLists(row) };
}

type MatchRow = FactRow<Match, "note">;

export function matchOfRow(row: MatchRow): Match {
  const { fromId, toId, kind, basis, note = null } = row;
  return { id: matchId(fromId, toId), fromId, toId, kind, basis, note, citations: citationsOfLists(row) };
}
