import type { Basis } from "../../model/Basis.js";
import type { Closeness } from "../../model/Closeness.js";
import type { Importance } from "../../model/Importance.js";
import type { RoleAttributes } from "../../model/RoleAttributes.js";
import type { TransitionKind } from "../../model/TransitionKind.js";

/**
 * What the network must know about a role: its scalars, and one list per column for its outgoing transitions and its needs. Other roles
 * and skills are given by their ordinals: their positions among the rows of their kind, from 0. The store's `RoleRow` has the same shape;
 * there are two types because the planner must not depend on stores.
 */
export interface NetworkRoleRow {
  readonly id: string;
  readonly title: string;
  readonly trackId: string | null;
  /** From 1; null if the role has none. */
  readonly seniority: number | null;
  /** The ordinal of the role's dataset among those served. */
  readonly part: number;
  /** The lower bound of experience in years; null if no source gives one. */
  readonly experienceFrom: number | null;
  readonly attributes: RoleAttributes;
  /** Outgoing transitions: one entry per column and transition. */
  readonly toOrdinals: ArrayLike<number>;
  readonly kinds: readonly TransitionKind[];
  readonly bases: readonly Basis[];
  /** Null if it is not measured. */
  readonly closenesses: readonly (Closeness | null)[];
  /** Null if no source gives the transition's years. */
  readonly statedYears: readonly (number | null)[];
  /** Needed skills: one entry per column and need. */
  readonly skillOrdinals: ArrayLike<number>;
  readonly importances: readonly Importance[];
  /** The level of each need on the scale of the role's dataset; null if it has none. */
  readonly levels: readonly (number | null)[];
}

/** What the network must know about a skill. */
export interface NetworkSkillRow {
  readonly id: string;
  /** The ordinal of the skill's dataset among those served. */
  readonly part: number;
  /** Skills of which any one satisfies this one; empty if this skill offers no choice. */
  readonly choiceOfIds: readonly string[];
  readonly buildsOnIds: readonly string[];
  /** Skills of other datasets with an EXACT match to this one. The network computes the transitive closure. */
  readonly sameAsIds: readonly string[];
}
