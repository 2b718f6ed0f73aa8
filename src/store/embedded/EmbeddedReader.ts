import type { DatasetInfo } from "../../model/DatasetInfo.js";
import type { Entity } from "../../model/Entity.js";
import type { EntityOfPrefix, EntityPrefix } from "../../model/entityKinds.js";
import type { Label } from "../../model/Label.js";
import type { Match } from "../../model/Match.js";
import type { Node } from "../../model/Node.js";
import type { Relation } from "../../model/Relation.js";
import type { RelationKind } from "../../model/RelationKind.js";
import type {
  CareerReader,
  NameRow,
  NeighborhoodQuery,
  NeighborhoodRows,
  RelatedTo,
  RequirementPage,
  RequirementSlice,
  RoleRow,
  SkillRow,
} from "../CareerStore.js";
import { compareText } from "../../model/compareText.js";
import { countsOfKinds } from "../../model/countsOfKinds.js";
import { NAMED_PREFIXES } from "../prefixesOfKinds.js";
import { claimedOfRoles } from "../claimedOfRoles.js";
import { degreeNeeded } from "./degreeNeeded.js";
import { ordinalsOfParts } from "../ordinalsOfParts.js";
import { roleRelations } from "../roleRelations.js";
import { RevisionGoneError } from "../RevisionGoneError.js";
import { StoreUnavailableError } from "../StoreUnavailableError.js";
import { linksOfType, type GraphIndex } from "./GraphIndex.js";
import { neighborhoodOf, relationsAmong } from "./neighborhood.js";
import { requirementPage } from "./requirementPage.js";
import type { Related } from "./related.js";

/** What an open store holds for its only revision. */
export interface HeldGraph {
  readonly index: GraphIndex;
  readonly related: Related;
}

/** Reads from the indexes of one dataset. Its `peek` methods always answer, which the port does not require. */
export class EmbeddedReader implements CareerReader {
  /** @param held returns the indexes of the store's only revision; null after the store is closed */
  constructor(
    readonly revision: string,
    private readonly loadedAt: Date,
    private readonly held: () => HeldGraph | null,
  ) {}

  async dataset(): Promise<DatasetInfo> {
    const { dataset, entities, skillCategories } = this.#open().index;
    const { name, version, attributions, parts, revision } = dataset;
    const counts = countsOfKinds((prefix) => entities[prefix].length);
    const { loadedAt } = this;
    return { name, version, attributions, parts, skillCategories, revision, loadedAt, store: "EMBEDDED", counts };
  }

  async *names(): AsyncIterable<readonly NameRow[]> {
    const { entities, matchesOf } = this.#open().index;
    for (const prefix of NAMED_PREFIXES) {
      yield entities[prefix].map((entity, ordinal) => {
        const { id, originId, label: name } = entity;
        return { id, originId, ordinal, name, aliases: aliasesOf(entity), sameAsIds: sameAs(id, matchesOf.get(id)) };
      });
    }
  }

  async *roleRows(): AsyncIterable<readonly RoleRow[]> {
    const { index, related } = this.#open();
    const { dataset, ordinals, transitionsFrom, requirementsOfRole, degreeRequirementsOfRole, linksInto } = index;
    const partOf = ordinalsOfParts(dataset.parts);
    const claimedOf = claimedOfRoles(dataset);
    yield dataset.roles.map(({ id, title, originId, trackId, place, seniority, experience, preparation }) => ({
      id,
      title,
      part: partOf(originId),
      trackId,
      place,
      seniority,
      experienceFrom: experience?.from ?? null,
      attributes: {
        preparation:
          preparation === null
            ? null
            : { scale: preparation.scale, level: preparation.level, education: preparation.education },
        degree: degreeNeeded(dataset.degrees, degreeRequirementsOfRole.get(id)),
        ...claimedOf(id),
      },
      degreesAsked: (degreeRequirementsOfRole.get(id) ?? []).map(({ degreeId, necessity }) => ({
        degreeId,
        necessity,
      })),
      // Most roles have none. Without this check, an empty list would be cached for each of them.
      employerIds:
        linksOfType(linksInto, "EMPLOYS", id).length === 0
          ? []
          : related.employersOfRole(id).map((employer) => employer.id),
      ...roleRelations(ordinals, transitionsFrom.get(id), requirementsOfRole.get(id)),
    }));
  }

  async *skillRows(): AsyncIterable<readonly SkillRow[]> {
    const { dataset, linksFrom, linksInto, matchesOf } = this.#open().index;
    const partOf = ordinalsOfParts(dataset.parts);
    yield dataset.skills.map(({ id, originId, category, collections, offersChoice }) => ({
      id,
      part: partOf(originId),
      category,
      collections,
      choiceOfIds: offersChoice ? linksOfType(linksInto, "PART_OF", id).map(({ from }) => from) : [],
      buildsOnIds: linksOfType(linksFrom, "BUILDS_ON", id).map(({ to }) => to),
      sameAsIds: sameAs(id, matchesOf.get(id)),
    }));
  }

  async nodes(ids: readonly string[]): Promise<readonly (Node | null)[]> {
    const { nodes } = this.#open().index;
    return ids.map((id) => nodes.get(id) ?? null);
  }

  peekNode(id: string): Node | undefined {
    return this.#own()?.index.nodes.get(id);
  }

  async related<K extends keyof RelatedTo>(
    relation: K,
    ids: readonly string[],
  ): Promise<readonly (readonly RelatedTo[K][])[]> {
    const { related } = this.#open();
    return ids.map((id) => related[relation](id));
  }

  peekRelated<K extends keyof RelatedTo>(relation: K, id: string): readonly RelatedTo[K][] | undefined {
    return this.#own()?.related[relation](id);
  }

  async every<P extends EntityPrefix>(prefix: P): Promise<readonly EntityOfPrefix[P][]> {
    return this.#open().index.entities[prefix] as readonly EntityOfPrefix[P][];
  }

  async rolesOfSkills(skillIds: readonly string[], slice: RequirementSlice): Promise<readonly RequirementPage[]> {
    const { requirementsOfSkill, ordinals } = this.#open().index;
    return skillIds.map((id) => requirementPage(requirementsOfSkill.get(id) ?? [], ordinals, slice));
  }

  async relationsAmong(ids: readonly string[], kind: RelationKind): Promise<readonly Relation[]> {
    return relationsAmong(this.#open().index, new Set(ids), [kind]);
  }

  async neighborhood(query: NeighborhoodQuery): Promise<NeighborhoodRows | null> {
    return neighborhoodOf(this.#open().index, query);
  }

  #open(): HeldGraph {
    const held = this.held();
    if (held === null) throw new StoreUnavailableError("The embedded store is closed. Open a new one.");
    if (held.index.dataset.revision === this.revision) return held;
    throw new RevisionGoneError(
      `The embedded store does not have revision ${this.revision}. Read the active revision.`,
    );
  }

  /** The indexes of the reader's revision; null if the store does not have it. */
  #own(): HeldGraph | null {
    const held = this.held();
    return held?.index.dataset.revision === this.revision ? held : null;
  }
}

/** Ids at the other ends of an entity's EXACT matches, by code unit. */
function sameAs(id: string, matches: readonly Match[] = []): readonly string[] {
  const exact = matches.filter(({ kind }) => kind === "EXACT");
  return exact.map(({ fromId, toId }) => (fromId === id ? toId : fromId)).sort(compareText);
}

/** Other names of an entity. */
function aliasesOf(entity: Entity): readonly string[] {
  const aliases = "aliases" in entity ? (entity.aliases as readonly string[]) : [];
  const labels = "labels" in entity ? (entity.labels as readonly Label[]) : [];
  return labels.length === 0 ? aliases : [...aliases, ...labels.map(({ text }) => text)];
}
