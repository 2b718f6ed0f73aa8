import type { Entity } from "../../model/Entity.js";
import type { Node } from "../../model/Node.js";
import type { RelatedTo } from "../CareerStore.js";
import { type EntityRow, entityOfRow } from "./entityOfRow.js";
import {
  degreeRequirementOfRow,
  type DegreeRequirementRow,
  skillRequirementOfRow,
  type SkillRequirementRow,
  transitionOfRow,
  type TransitionRow,
} from "./factOfRow.js";
import { statement } from "./statement.js";

/** How a relation is read: its statement, and what one item of the column `found` holds. */
export interface RelatedStatement<T extends Node> {
  readonly text: string;
  /** What stands in the relation, and the entity that came along with it, where another did. */
  readonly read: (found: unknown) => { readonly node: T; readonly neighbour: Entity | null };
}

/** The one statement behind each relation of the port. */
export const RELATED_STATEMENTS: { readonly [K in keyof RelatedTo]: RelatedStatement<RelatedTo[K]> } = {
  transitionsFromRole: facts("transitions-from-role", (row: TransitionRow) => transitionOfRow(row)),
  transitionsIntoRole: facts("transitions-into-role", (row: TransitionRow) => transitionOfRow(row)),
  requirementsOfRole: facts("requirements-of-role", (row: SkillRequirementRow) => skillRequirementOfRow(row)),
  degreeRequirementsOfRole: facts("degree-requirements-of-role", (row: DegreeRequirementRow) =>
    degreeRequirementOfRow(row),
  ),
  certificationsOfRole: entities("certifications-of-role"),
  trendsOfRole: entities("trends-of-role"),
  payOfRole: entities("pay-of-role"),
  growthOfRole: entities("growth-of-role"),
  statementsOfRole: entities("statements-of-role"),
  questionsOfRole: entities("questions-of-role"),
  closeMatchesOfRole: entities("close-matches-of-role"),
  employersOfRole: entities("employers-of-role"),
  buildsOnOfSkill: entities("builds-on-of-skill"),
  partOfOfSkill: entities("part-of-of-skill"),
  certificationsOfSkill: entities("certifications-of-skill"),
  phasesOfSkill: entities("phases-of-skill"),
  skillsOfCertification: entities("skills-of-certification"),
  skillsOfPhase: entities("skills-of-phase"),
  skillsOfActivity: entities("skills-of-activity"),
  skillsOfTrend: entities("skills-of-trend"),
  aboutOf: entities("about-of"),
};

function facts<F, T extends Node>(name: string, factOfRow: (fact: F) => T): RelatedStatement<T> {
  return {
    text: statement(`related/${name}`),
    read: (found) => {
      const { fact, neighbour } = found as { fact: F; neighbour: EntityRow };
      return { node: factOfRow(fact), neighbour: entityOfRow(neighbour) };
    },
  };
}

/** The statement fixes the type of entity that it gives. */
function entities<T extends Entity>(name: string): RelatedStatement<T> {
  return {
    text: statement(`related/${name}`),
    read: (found) => ({ node: entityOfRow(found as EntityRow) as T, neighbour: null }),
  };
}
