import type { DatasetPart } from "../model/DatasetPart.js";
import type { DegreeRequirement } from "../model/DegreeRequirement.js";
import type { EntityList, EntityOfPrefix, EntityPrefix } from "../model/entityKinds.js";
import type { Match } from "../model/Match.js";
import type { Relation } from "../model/Relation.js";
import type { SkillRequirement } from "../model/SkillRequirement.js";
import type { Transition } from "../model/Transition.js";

/** The entities of a dataset: one list per kind, with the names of `ENTITY_KINDS`. */
export type EntityLists = { readonly [P in EntityPrefix as EntityList<P>]: readonly EntityOfPrefix[P][] };

/**
 * A complete, valid dataset in memory. Each list of entities is in its default order, and the index of an entity in its list is its
 * ordinal. Named entities are sorted by normalised name in code-unit order, then by id; degrees by level first; phases by dataset, in the
 * order of the folders, then by their years, then by id; claims and statements by id. The order of the files does not matter.
 */
export interface Dataset extends EntityLists {
  readonly name: string;
  readonly version: string;
  /** Lines that the licences of the sources require wherever the data are shown. Without duplicates, in the order of the folders. */
  readonly attributions: readonly string[];
  /** The folders that it was read from, in the given order. */
  readonly parts: readonly DatasetPart[];
  /** A hash of the content. Equal content has the same revision in every store. */
  readonly revision: string;
  /** Facts that are stored as relationships. */
  readonly transitions: readonly Transition[];
  readonly requirements: readonly SkillRequirement[];
  readonly degreeRequirements: readonly DegreeRequirement[];
  readonly matches: readonly Match[];
  /**
   * The other relations, of kinds CLOSE_MATCH, CERTIFIES, BUILDS_ON, PART_OF, DEVELOPS, CALLS_FOR, EMPLOYS and ABOUT.
   * ON_TRACK follows from a role's `trackId`, and CITES from the `citations` of each record.
   */
  readonly links: readonly Relation[];
}
