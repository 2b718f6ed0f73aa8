import type { Basis } from "../../model/Basis.js";
import type { Closeness } from "../../model/Closeness.js";
import type { Importance } from "../../model/Importance.js";
import type { RoleAttributes } from "../../model/RoleAttributes.js";
import type { TransitionKind } from "../../model/TransitionKind.js";

/**
 * What the network must know of a role: its own scalars, and one list a column for what leaves it and what it needs. Other roles
 * and skills are named by their ordinals: places among the rows of their kind, from 0. The port's `RoleRow` is the same shape,
 * told apart because the planner knows nothing of stores.
 */
export interface NetworkRoleRow {
  readonly id: string;
  readonly title: string;
  readonly trackId: string | null;
  /** From 1; null if there is none. */
  readonly seniority: number | null;
  /** Place of the role's dataset among those served, from 0. */
  readonly part: number;
  /** Lower bound of experience in years; null if no source gives any. */
  readonly experienceFrom: number | null;
  readonly attributes: RoleAttributes;
  /** Out-going transitions, one entry a column. */
  readonly toOrdinals: ArrayLike<number>;
  readonly kinds: readonly TransitionKind[];
  readonly bases: readonly Basis[];
  /** Null if it is not measured. */
  readonly closenesses: readonly (Closeness | null)[];
  /** Null if no source gives the transition's years. */
  readonly statedYears: readonly (number | null)[];
  /** Required skills, one entry a column. */
  readonly skillOrdinals: ArrayLike<number>;
  readonly importances: readonly Importance[];
  /** Level of each need on the scale of the role's dataset; null if it has none. */
  readonly levels: readonly (number | null)[];
}

/** What the network must know of a skill. */
export interface NetworkSkillRow {
  readonly id: string;
  /** Place of the skill's dataset among those served, from 0. */
  readonly part: number;
  /** Skills any one of which satisfies this one; empty if its name offers no choice. */
  readonly choiceOfIds: readonly string[];
  readonly buildsOnIds: readonly string[];
  /** Skills of other datasets that are the same skill by an EXACT match; the network follows such matches on. */
  readonly sameAsIds: readonly string[];
}
