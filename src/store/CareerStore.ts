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

  /** What it asks of its server; absent where it has none. */
  readonly activity?: StoreActivity;

  /**
   * The revision that new requests should read, cheap enough to ask often.
   * @throws StoreUnavailableError where the store cannot be reached
   */
  activeRevision(): Promise<string>;

  /**
   * Makes the first reads as quick as later ones; changes no answer. May take long, and reads need not wait for it.
   * @throws StoreUnavailableError where the store cannot be reached
   */
  prepare(): Promise<void>;

  /** Reads of one whole revision; a reader never mixes two. No I/O happens before its first read. */
  reader(revision: string): CareerReader;

  /** Releases what the store holds; reads after it fail with StoreUnavailableError. */
  close(): Promise<void>;
}

/**
 * Reads of one pinned revision.
 * Every method rejects with StoreUnavailableError where the store cannot be reached, and with RevisionGoneError where it does
 * not hold the revision any more or never did; what was read before may still be answered from memory, whole.
 */
export interface CareerReader {
  readonly revision: string;

  dataset(): Promise<DatasetInfo>;

  /** Ids, names and aliases of everything a reference or a search can name, in batches; order is not promised. */
  names(): AsyncIterable<readonly NameRow[]>;

  /** One record a role with one list a column, for the planner's network, in batches and in default order. */
  roleRows(): AsyncIterable<readonly RoleRow[]>;

  /** What the network must know of skills, in batches and in default order: which are satisfied by a part, which build on others. */
  skillRows(): AsyncIterable<readonly SkillRow[]>;

  /** The nodes behind ids of any kind (entities and facts that are relationships), null if there is none. */
  nodes(ids: readonly string[]): Promise<readonly (Node | null)[]>;

  /** The node behind an id where it is in memory already, without I/O; undefined says nothing about whether it exists. */
  peekNode(id: string): Node | undefined;

  /** What stands in a relation to each of the ids; an empty list where nothing does or the id is unknown. */
  related<K extends keyof RelatedTo>(
    relation: K,
    ids: readonly string[],
  ): Promise<readonly (readonly RelatedTo[K][])[]>;

  /** The same for one id where it is in memory already, without I/O. */
  peekRelated<K extends keyof RelatedTo>(relation: K, id: string): readonly RelatedTo[K][] | undefined;

  /** Every entity with an id prefix, in default order; for kinds that no dataset has many of. */
  every<P extends EntityPrefix>(prefix: P): Promise<readonly EntityOfPrefix[P][]>;

  /** One page, each, of the requirements of several skills: ESSENTIAL first, then STATED, then the role's default order. */
  rolesOfSkills(skillIds: readonly string[], slice: RequirementSlice): Promise<readonly RequirementPage[]>;

  /** Every relation of one kind among the entities with these ids, in no order; unknown ids have none. */
  relationsAmong(ids: readonly string[], kind: RelationKind): Promise<readonly Relation[]>;

  /** What lies around a node; null if the id names no node. */
  neighborhood(query: NeighborhoodQuery): Promise<NeighborhoodRows | null>;
}

/** What `related` can be asked for, named `<what>Of<whom>`, with the type of what comes back and its order. */
export interface RelatedTo {
  /** Out-going, by the other role's default order. */
  transitionsFromRole: Transition;
  /** In-coming, by the other role's default order. */
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

/** Where a requirement stands among those of its skill. */
export interface RequirementPlace {
  /** See `requirementRank`; lower first. */
  readonly rank: number;
  /** Among equal ranks: the ordinal of the role, or a number between two ordinals for a role that is not there. */
  readonly role: number;
}

/** Which part of a list of requirements: so many at most between two places, which are left out; null is an end of the list. */
export interface RequirementSlice {
  readonly size: number;
  /** Whether the part reaches back from `before`, and not on from `after`. */
  readonly backward: boolean;
  readonly after: RequirementPlace | null;
  readonly before: RequirementPlace | null;
}

export interface RequirementPage {
  readonly items: readonly SkillRequirement[];
  /** Position of the first item in the whole list, from 0; of an empty page, where it would stand. */
  readonly start: number;
  /** How many the whole list holds. */
  readonly totalCount: number;
}

export interface NameRow {
  readonly id: string;
  /** Id of the dataset that it comes from. */
  readonly originId: string;
  /** Place in the default order of its kind, from 0. */
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
  /** Place of the role's dataset among those served, from 0. */
  readonly part: number;
  /** Lower bound of experience in years; null if no source gives any. */
  readonly experienceFrom: number | null;
  readonly attributes: RoleAttributes;
  /** Degrees that the role asks for: MINIMUM, STANDARD, ADVANTAGE, then the degree's default order. */
  readonly degreesAsked: readonly Pick<DegreeRequirement, "degreeId" | "necessity">[];
  /** Employers that a source names for the role; default order. */
  readonly employerIds: readonly string[];
}

/** What leaves a role and what it needs, as the planner's network must know it. */
export interface RoleRelations {
  /** Out-going transitions, one entry a column; a role is named by its place in default order, from 0. */
  readonly toOrdinals: ArrayLike<number>;
  readonly kinds: readonly Transition["kind"][];
  readonly bases: readonly Transition["basis"][];
  /** Null if it is not measured. */
  readonly closenesses: readonly Transition["closeness"][];
  /** Null if no source gives the transition's years. */
  readonly statedYears: readonly (number | null)[];
  /** Required skills, one entry a column; a skill is named by its place in default order. */
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
  /** Place of the skill's dataset among those served, from 0. */
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
