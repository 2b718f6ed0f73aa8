import type { Entity } from "../../model/Entity.js";
import type { Node } from "../../model/Node.js";
import type { RelatedTo } from "../CareerStore.js";
import { type EntityRow, entityOfRow } from "./entityOfRow.js";
import { degreeRequirementOfRow, matchOfRow, skillRequirementOfRow, transitionOfRow } from "./factOfRow.js";
import { type Run, type Statement, statement } from "./statement.js";

/** What is related to one id. */
interface RelatedList<T> {
  readonly id: string;
  /** What is related, and the entity at the other end if the statement returned it too. */
  readonly found: readonly { readonly node: T; readonly neighbour: Entity | null }[];
}

/** How a relation is read: with one statement for all ids. */
interface RelatedStatement<T extends Node> {
  readonly text: Statement;
  readonly read: (run: Run, ids: readonly string[]) => Promise<readonly RelatedList<T>[]>;
}

/** The one statement behind each relation of the port. */
export const RELATED_STATEMENTS: { readonly [K in keyof RelatedTo]: RelatedStatement<RelatedTo[K]> } = {
  transitionsFromRole: facts("transitions-from-role", transitionOfRow),
  transitionsIntoRole: facts("transitions-into-role", transitionOfRow),
  requirementsOfRole: facts("requirements-of-role", skillRequirementOfRow),
  degreeRequirementsOfRole: facts("degree-requirements-of-role", degreeRequirementOfRow),
  certificationsOfRole: entities("certifications-of-role"),
  trendsOfRole: entities("trends-of-role"),
  payOfRole: entities("pay-of-role"),
  growthOfRole: entities("growth-of-role"),
  employmentOfRole: entities("employment-of-role"),
  statementsOfRole: entities("statements-of-role"),
  questionsOfRole: entities("questions-of-role"),
  matchesOf: facts("matches-of", matchOfRow),
  closeMatchesOfRole: entities("close-matches-of-role"),
  employersOfRole: entities("employers-of-role"),
  buildsOnOfSkill: entities("builds-on-of-skill"),
  partOfOfSkill: entities("part-of-of-skill"),
  certificationsOfSkill: entities("certifications-of-skill"),
  phasesOfSkill: entities("phases-of-skill"),
  skillsLinked: entities("skills-linked"),
  aboutOf: entities("about-of"),
};

function facts<F, T extends Node>(name: string, factOfRow: (fact: F) => T): RelatedStatement<T> {
  return related(name, ({ fact, neighbour }: { readonly fact: F; readonly neighbour: EntityRow }) => {
    return { node: factOfRow(fact), neighbour: entityOfRow(neighbour) };
  });
}

/** Each statement returns entities of one type only. */
function entities<T extends Entity>(name: string): RelatedStatement<T> {
  return related(name, (row: EntityRow) => ({ node: entityOfRow(row) as T, neighbour: null }));
}

function related<Found, T extends Node>(
  name: string,
  itemOf: (found: Found) => { readonly node: T; readonly neighbour: Entity | null },
): RelatedStatement<T> {
  const text = statement<{ readonly id: string; readonly found: readonly Found[] }>(`related/${name}`);
  return {
    text,
    read: async (run, ids) => (await run(text, { ids })).map(({ id, found }) => ({ id, found: found.map(itemOf) })),
  };
}
