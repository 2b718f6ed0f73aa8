import type { Certification } from "../model/Certification.js";
import type { DatasetInfo } from "../model/DatasetInfo.js";
import type { DegreeRequirement } from "../model/DegreeRequirement.js";
import type { Entity } from "../model/Entity.js";
import type { EntityOfPrefix, EntityPrefix } from "../model/entityKinds.js";
import type { Employer } from "../model/Employer.js";
import type { EmploymentClaim } from "../model/EmploymentClaim.js";
import type { GrowthClaim } from "../model/GrowthClaim.js";
import type { Match } from "../model/Match.js";
import type { Node } from "../model/Node.js";
import type { NodeKind } from "../model/NodeKind.js";
import type { PayClaim } from "../model/PayClaim.js";
import type { Phase } from "../model/Phase.js";
import type { Question } from "../model/Question.js";
import type { Relation } from "../model/Relation.js";
import type { RelationKind } from "../model/RelationKind.js";
import type { Role } from "../model/Role.js";
import type { RoleAttributes } from "../model/RoleAttributes.js";
import type { RolePlace } from "../model/RolePlace.js";
import type { Skill } from "../model/Skill.js";
import type { SkillRequirement } from "../model/SkillRequirement.js";
import type { Statement } from "../model/Statement.js";
import type { StoreKind } from "../model/StoreKind.js";
import type { StoreActivity } from "./StoreActivity.js";
import type { Transition } from "../model/Transition.js";
import type { Trend } from "../model/Trend.js";

/**
 * The port to the graph. Its two adapters, `embedded/` and `neo4j/`, give the same answers; one contract suite holds them to it.
 * Every read is batched and answers in the order of its keys.
 */
export interface CareerStore {
  readonly kind: StoreKind;

  /** Activity on its server; absent if the store has no server. */
  readonly activity?: StoreActivity;

  /**
   * The revision that new requests should read, cheap enough to ask often.
   * @throws StoreUnavailableError where the store cannot be reached
   */
  activeRevision(): Promise<string>;

  /**
   * Makes the first reads as fast as later ones. It changes no answer. It may take long, and reads need not wait for it.
   * @throws StoreUnavailableError if the store cannot be reached
   */
  prepare(): Promise<void>;

  /** Reads of one whole revision; a reader never mixes two. No I/O happens before its first read. */
  reader(revision: string): CareerReader;

  /** Releases what the store holds; reads after it fail with StoreUnavailableError. */
  close(): Promise<void>;
}

/**
 * Reads of one pinned revision.
 * Every method rejects with StoreUnavailableError if the store cannot be reached, and with RevisionGoneError if it does not have the
 * revision. What was read before may still be answered from memory.
 */
export interface CareerReader {
  readonly revision: string;

  dataset(): Promise<DatasetInfo>;

  /** Ids, names and aliases of everything a reference or a search can name, in batches; order is not promised. */
  names(): AsyncIterable<readonly NameRow[]>;

  /** One row per role for the planner's network, with one list per column, in batches and in default order. */
  roleRows(): AsyncIterable<readonly RoleRow[]>;

  /** One row per skill for the planner's network, in batches and in default order. */
  skillRows(): AsyncIterable<readonly SkillRow[]>;

  /** The nodes behind ids of any kind (entities and facts that are relationships), null if there is none. */
  nodes(ids: readonly string[]): Promise<readonly (Node | null)[]>;

  /** The node behind an id if it is already in memory, without I/O. If it is undefined, the node may still exist. */
  peekNode(id: string): Node | undefined;

  /** What is related to each of the ids; an empty list if nothing is, or if the id is unknown. */
  related<K extends keyof RelatedTo>(
    relation: K,
    ids: readonly string[],
  ): Promise<readonly (readonly RelatedTo[K][])[]>;

  /** What is related to one id if it is already in memory, without I/O. */
  peekRelated<K extends keyof RelatedTo>(relation: K, id: string): readonly RelatedTo[K][] | undefined;

  /** Every entity with an id prefix, in default order; for kinds that no dataset has many of. */
  every<P extends EntityPrefix>(prefix: P): Promise<readonly EntityOfPrefix[P][]>;

  /** One page of requirements for each of several skills: ESSENTIAL first, then STATED, then the role's default order. */
  rolesOfSkills(skillIds: readonly string[], slice: RequirementSlice): Promise<readonly RequirementPage[]>;

  /** Every relation of one kind among the entities with these ids, in no order; unknown ids have none. */
  relationsAmong(ids: readonly string[], kind: RelationKind): Promise<readonly Relation[]>;

  /** The neighborhood of a node; null if the id is unknown. */
  neighborhood(query: NeighborhoodQuery): Promise<NeighborhoodRows | null>;
}

/** The relations that `related` reads, each with the type of the nodes in its lists and their order. */
export interface RelatedTo {
  /** Outgoing, by the other role's default order. */
  transitionsFromRole: Transition;
  /** Incoming, by the other role's default order. */
  transitionsIntoRole: Transition;
  /** ESSENTIAL first, then STATED, then the skill's default order. */
  requirementsOfRole: SkillRequirement;
  /** MINIMUM, STANDARD, ADVANTAGE, then the degree's default order. */
  degreeRequirementsOfRole: DegreeRequirement;
  /** Those that certify a skill the role requires; default order. */
  certificationsOfRole: Certification;
  /** Those that call for a skill the role requires; default order. */
  trendsOfRole: Trend;
  /** Claims about the role itself; default order. */
  payOfRole: PayClaim;
  growthOfRole: GrowthClaim;
  employmentOfRole: EmploymentClaim;
  statementsOfRole: Statement;
  questionsOfRole: Question;
  /** Of a role or a skill, either way: EXACT, CLOSE, BROADER, NARROWER, then the other end's default order. */
  matchesOf: Match;
  /** Roles that the role's dataset calls nearly the same, and EXACT and CLOSE matches in others; either way, default order. */
  closeMatchesOfRole: Role;
  employersOfRole: Employer;
  buildsOnOfSkill: Skill;
  partOfOfSkill: Skill;
  certificationsOfSkill: Certification;
  phasesOfSkill: Phase;
  /** What a certification, phase, activity or trend points at (`SKILL_LINKS`); default order. */
  skillsLinked: Skill;
  /** What a statement, question or claim is about: by kind in the order of NodeKind, then default order. */
  aboutOf: Entity;
}

/** The position of a requirement among those of its skill. */
export interface RequirementPosition {
  /** See `requirementRank`; lower first. */
  readonly rank: number;
  /** Among equal ranks: the ordinal of the role, or a number between two ordinals for a role that the dataset does not contain. */
  readonly role: number;
}

/** Selects at most `size` requirements between `after` and `before`, both exclusive. Null means the start or the end of the list. */
export interface RequirementSlice {
  readonly size: number;
  /** Whether the slice ends at `before` instead of starting at `after`. */
  readonly backward: boolean;
  readonly after: RequirementPosition | null;
  readonly before: RequirementPosition | null;
}

export interface RequirementPage {
  readonly items: readonly SkillRequirement[];
  /** Position of the first item in the whole list, from 0; for an empty page, the position that its first item would have. */
  readonly start: number;
  /** The length of the whole list. */
  readonly totalCount: number;
}

export interface NameRow {
  readonly id: string;
  /** Id of the dataset that it comes from. */
  readonly originId: string;
  /** Its position in the default order of its kind, from 0. */
  readonly ordinal: number;
  readonly name: string;
  /** Aliases, then labels in other languages. */
  readonly aliases: readonly string[];
  /** Ids at the other ends of its EXACT matches, by code unit. */
  readonly sameAsIds: readonly string[];
}

export interface RoleRow extends RoleRelations {
  readonly id: string;
  readonly title: string;
  readonly trackId: string | null;
  readonly place: RolePlace;
  /** Null if the dataset gives none. */
  readonly seniority: number | null;
  /** Ordinal of the role's dataset among those served. */
  readonly part: number;
  /** Lower bound of experience in years; null if no source gives any. */
  readonly experienceFrom: number | null;
  readonly attributes: RoleAttributes;
  /** Degrees that the role asks for: MINIMUM, STANDARD, ADVANTAGE, then the degree's default order. */
  readonly degreesAsked: readonly Pick<DegreeRequirement, "degreeId" | "necessity">[];
  /** Employers that a source names for the role; default order. */
  readonly employerIds: readonly string[];
}

/** The transitions and requirements of a role, for the planner's network. */
export interface RoleRelations {
  /** Out-going transitions, one entry per column; a role is given by its ordinal in default order. */
  readonly toOrdinals: ArrayLike<number>;
  readonly kinds: readonly Transition["kind"][];
  readonly bases: readonly Transition["basis"][];
  /** Null if it is not measured. */
  readonly closenesses: readonly Transition["closeness"][];
  /** Null if no source gives the transition's years. */
  readonly statedYears: readonly (number | null)[];
  /** Required skills, one entry per column; a skill is given by its ordinal in default order. */
  readonly skillOrdinals: ArrayLike<number>;
  readonly importances: readonly SkillRequirement["importance"][];
  /** Null if the role needs the skill at no level of its own. */
  readonly levels: readonly SkillRequirement["requiredLevel"][];
}

export interface SkillRow {
  readonly id: string;
  readonly category: string | null;
  /** Further categories, by code unit. */
  readonly collections: readonly string[];
  /** Ordinal of the skill's dataset among those served. */
  readonly part: number;
  /** Skills any one of which satisfies this one; empty if its name offers no choice. */
  readonly choiceOfIds: readonly string[];
  readonly buildsOnIds: readonly string[];
  /** Ids at the other ends of its EXACT matches, by code unit. */
  readonly sameAsIds: readonly string[];
}

export interface NeighborhoodQuery {
  readonly id: string;
  /** Hops, 1 to 3. */
  readonly depth: number;
  /** Kinds returned and passed through; null means all but claims, statements and sources. */
  readonly kinds: readonly NodeKind[] | null;
  /** Kinds of relation followed and returned; null means all. */
  readonly relations: readonly RelationKind[] | null;
  /** Nodes returned at most, the root counted. */
  readonly limit: number;
}

export interface NeighborhoodRows {
  readonly root: Entity;
  /** The root first, then nearest first, then by id. */
  readonly nodes: readonly Entity[];
  /** Every relation of the kinds asked for among the returned nodes, by id. */
  readonly edges: readonly Relation[];
  readonly truncated: boolean;
}
