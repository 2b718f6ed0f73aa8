import type { DatasetPart } from "../model/DatasetPart.js";
import type { DegreeRequirement } from "../model/DegreeRequirement.js";
import type { EntityList, EntityOfPrefix, EntityPrefix } from "../model/entityKinds.js";
import type { Match } from "../model/Match.js";
import type { Relation } from "../model/Relation.js";
import type { SkillRequirement } from "../model/SkillRequirement.js";
import type { Transition } from "../model/Transition.js";

/** The entities of a dataset, a list a kind, as the table of entity kinds names them. */
export type EntityLists = { readonly [P in EntityPrefix as EntityList<P>]: readonly EntityOfPrefix[P][] };

/**
 * A complete dataset in memory: validated, references valid, each list in default order (an entity's index in its list is its
 * ordinal). Named entities are sorted by name then id (by code unit of the normalised name), degrees by level before that, phases by their years
 * then id, claims and statements by id. The order of the files does not count.
 */
export interface Dataset extends EntityLists {
  readonly name: string;
  readonly version: string;
  /** Lines to show wherever the data are shown, as the licences of its sources ask; each once, in the order of the folders. */
  readonly attributions: readonly string[];
  /** The folders that it was read from, in their order. */
  readonly parts: readonly DatasetPart[];
  /** Hash of the content: equal content gives an equal revision, whatever store holds it. */
  readonly revision: string;
  /** Facts that are relationships. */
  readonly transitions: readonly Transition[];
  readonly requirements: readonly SkillRequirement[];
  readonly degreeRequirements: readonly DegreeRequirement[];
  readonly matches: readonly Match[];
  /**
   * The other relations, of kinds CLOSE_MATCH, CERTIFIES, BUILDS_ON, PART_OF, DEVELOPS, CALLS_FOR, EMPLOYS and ABOUT.
   * ON_TRACK is the role's `trackId`, CITES each record's `citations`.
   */
  readonly links: readonly Relation[];
}
