import type { Activity } from "../model/Activity.js";
import type { Certification } from "../model/Certification.js";
import type { Degree } from "../model/Degree.js";
import type { DegreeRequirement } from "../model/DegreeRequirement.js";
import type { Employer } from "../model/Employer.js";
import type { GrowthClaim } from "../model/GrowthClaim.js";
import type { PayClaim } from "../model/PayClaim.js";
import type { Phase } from "../model/Phase.js";
import type { Question } from "../model/Question.js";
import type { Relation } from "../model/Relation.js";
import type { Role } from "../model/Role.js";
import type { Sector } from "../model/Sector.js";
import type { Skill } from "../model/Skill.js";
import type { SkillRequirement } from "../model/SkillRequirement.js";
import type { Source } from "../model/Source.js";
import type { Statement } from "../model/Statement.js";
import type { Track } from "../model/Track.js";
import type { Transition } from "../model/Transition.js";
import type { Trend } from "../model/Trend.js";

/**
 * A whole dataset in memory: validated, references sound, each list in default order (an entity's index in its list is its
 * ordinal). Roles stand by title then id, skills by name then id (both by code unit of the normalised name); every other list
 * stands in the order of its file.
 */
export interface Dataset {
  readonly name: string;
  readonly version: string;
  /** Lines to show wherever the data are shown, as the licences of its sources ask; each once, in the order of the folders. */
  readonly attributions: readonly string[];
  /** Hash of the content: equal content gives an equal revision, whatever store holds it. */
  readonly revision: string;
  readonly roles: readonly Role[];
  readonly tracks: readonly Track[];
  readonly skills: readonly Skill[];
  readonly certifications: readonly Certification[];
  readonly degrees: readonly Degree[];
  readonly activities: readonly Activity[];
  readonly phases: readonly Phase[];
  readonly trends: readonly Trend[];
  readonly sectors: readonly Sector[];
  readonly employers: readonly Employer[];
  readonly questions: readonly Question[];
  readonly pay: readonly PayClaim[];
  readonly growth: readonly GrowthClaim[];
  readonly statements: readonly Statement[];
  readonly sources: readonly Source[];
  /** Facts that are relationships. */
  readonly transitions: readonly Transition[];
  readonly requirements: readonly SkillRequirement[];
  readonly degreeRequirements: readonly DegreeRequirement[];
  /**
   * The other relations, of kinds CLOSE_MATCH, CERTIFIES, BUILDS_ON, PART_OF, DEVELOPS, CALLS_FOR, EMPLOYS and ABOUT.
   * ON_TRACK stands on the role as `trackId`, CITES on each record as `citations`.
   */
  readonly links: readonly Relation[];
}
