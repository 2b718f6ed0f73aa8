import neo4j from "neo4j-driver";
import type { NodeKind } from "../../model/NodeKind.js";
import { type IdPrefix, kindOf, prefixOf, slugOf } from "../../model/EntityId.js";
import type { EntityOfPrefix, EntityPrefix } from "../../model/entityKinds.js";
import type { DatasetInfo } from "../../model/DatasetInfo.js";
import type { Entity } from "../../model/Entity.js";
import type { Node } from "../../model/Node.js";
import type { RoleAttributes } from "../../model/RoleAttributes.js";
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
  RoleRelations,
  RoleRow,
  SkillRow,
} from "../CareerStore.js";
import { countsOfKinds } from "../../model/countsOfKinds.js";
import { NAMED_PREFIXES } from "../prefixesOfKinds.js";
import { RevisionGoneError } from "../RevisionGoneError.js";
import type { Claimed } from "../claimedOfRoles.js";
import { type ClaimedRow, claimedOfRow } from "./claimedProperties.js";
import { ROLES_A_PART } from "./dataModel.js";
import { type EntityRow, entityOfRow } from "./entityOfRow.js";
import {
  degreeRequirementOfRow,
  matchOfRow,
  type MatchRow,
  type DegreeRequirementRow,
  skillRequirementOfRow,
  type SkillRequirementRow,
  transitionOfRow,
  type TransitionRow,
} from "./factOfRow.js";
import { readNeighborhood, readRelationsAmong } from "./readNeighborhood.js";
import { NO_PAGE, readRequirementPages } from "./readRequirementPage.js";
import { placesOfParts } from "../placesOfParts.js";
import { checksumOfPart, type NetworkPart, relationsOfPart } from "./networkParts.js";
import { partsOfText } from "./partsText.js";
import { RelationCounts } from "./RelationCounts.js";
import { RELATED_STATEMENTS } from "./relatedStatements.js";
import type { RevisionCache } from "./RevisionCache.js";
import { type Run, type Statement, statement } from "./statement.js";
import type { StatementParameters, StatementRunner } from "./StatementRunner.js";
import { damaged, type Wholeness } from "./Wholeness.js";

interface DatasetRow {
  readonly name: string;
  readonly version: string;
  readonly attributions: readonly string[];
  readonly parts: string;
  readonly skillCategories: readonly string[];
  readonly loadedAt: number;
  readonly prefixes: readonly string[];
  readonly prefixCounts: readonly number[];
}

/** A row of a stream in default order, with its place there. */
/** A row that names its dataset by id, where the port tells the place of that. */
type FromPart<Row> = Omit<Row, "part"> & { readonly originId: string };

type InOrder<Row> = Row & { readonly ordinal: number };

const DATASET = statement<DatasetRow>("read/dataset");
const NAMES = statement<NameRow>("read/names");
const ROLE_ROWS = statement<
  InOrder<FromPart<Omit<RoleRow, keyof RoleRelations | "attributes">>> & {
    readonly attributes: Omit<RoleAttributes, keyof Claimed> & ClaimedRow;
  }
>("read/role-rows");
const NETWORK_PARTS =
  statement<InOrder<{ readonly part: NetworkPart & { readonly checksum?: string } }>>("read/network-parts");
/** Parts of the network that are asked for at a time, 25 kB each. */
const PARTS_AT_ONCE = 100;
const SKILL_ROWS = statement<InOrder<FromPart<SkillRow>>>("read/skill-rows");
const ENTITIES = statement<{ readonly entity: EntityRow | null }>("read/entities");
const EVERY = statement<{ readonly entities: readonly EntityRow[] }>("read/every-entity");
/** Entities of a kind that are asked for at a time. */
const ENTITIES_AT_ONCE = 1_000;

/** Facts that are relationships: found by their two ends, which their ids are written from. */
const FACTS = [
  factReader("transition", "role", "read/transitions", (row: TransitionRow) => transitionOfRow(row)),
  factReader("requirement", "skill", "read/requirements", (row: SkillRequirementRow) => skillRequirementOfRow(row)),
  factReader("degree-requirement", "degree", "read/degree-requirements", (row: DegreeRequirementRow) =>
    degreeRequirementOfRow(row),
  ),
  factReader("match", null, "read/matches", (row: MatchRow) => matchOfRow(row)),
];

/** How facts of an id prefix are read. @param toPrefix id prefix of what they lead to from a role; null if ids spell those of both ends */
function factReader<Fact>(prefix: IdPrefix, toPrefix: IdPrefix | null, name: string, nodeOf: (fact: Fact) => Node) {
  const text = statement<{ readonly fact: Fact | null }>(name);
  return async (run: Run, ids: readonly string[]): Promise<readonly Node[]> => {
    const keys = ids.filter((id) => prefixOf(id) === prefix).flatMap((id) => endsOf(id, toPrefix));
    if (keys.length === 0) return [];
    return (await run(text, { keys })).flatMap(({ fact }) => (fact === null ? [] : [nodeOf(fact)]));
  };
}

/**
 * Reads one revision from Neo4j: at most one statement a relation and call, none for what the cache holds. Whoever reads a
 * relation finds its far ends in memory afterwards. Every statement asks whether the generation is there still, and what turns out to
 * be damaged is read no further.
 */
export class Neo4jReader implements CareerReader {
  /** Known once the roles have been read. */
  #counts: RelationCounts | null = null;

  /** @param stored tells under which revision Neo4j holds it, which changes where a damaged generation is replaced by a copy */
  constructor(
    readonly revision: string,
    private readonly stored: () => string,
    private readonly runner: StatementRunner,
    private readonly cache: RevisionCache,
    private readonly wholeness: Wholeness,
  ) {}

  async dataset(): Promise<DatasetInfo> {
    const { revision } = this;
    const kept = this.cache.dataset(revision);
    if (kept !== undefined) return kept;
    const read = await this.cache.flights.datasets.read("", [revision], async () => {
      return new Map([[revision, await this.#readDataset()]]);
    });
    return read.get(revision) as DatasetInfo;
  }

  /** Reads what the generation is, and keeps it. */
  async #readDataset(): Promise<DatasetInfo> {
    const { name, version, attributions, parts, skillCategories, loadedAt, prefixes, prefixCounts } =
      await this.#one(DATASET);
    const counted = new Map(prefixes.map((prefix, index) => [prefix, prefixCounts[index]]));
    const counts = countsOfKinds((prefix) => counted.get(prefix) ?? 0);
    const head = { name, version, attributions, parts: partsOfText(parts), skillCategories, revision: this.revision };
    const info = { ...head, loadedAt: new Date(loadedAt), store: "NEO4J" as const, counts };
    this.cache.keepDataset(info);
    return info;
  }

  async *names(): AsyncIterable<readonly NameRow[]> {
    yield* this.#stream(NAMES, { prefixes: NAMED_PREFIXES }, (row) => row);
  }

  async *roleRows(): AsyncIterable<readonly RoleRow[]> {
    const roles: Omit<RoleRow, keyof RoleRelations>[] = [];
    const partOf = placesOfParts((await this.dataset()).parts);
    for await (const rows of this.#streamInOrder(ROLE_ROWS)) {
      for (const { originId, attributes, ...row } of rows) {
        const { preparation, degree, ...claimed } = attributes;
        roles.push({
          ...row,
          part: partOf(originId),
          attributes: { preparation, degree, ...claimedOfRow(claimed) },
        });
      }
    }
    const counts = new RelationCounts();
    let parts = 0;
    for await (const rows of this.#streamInOrder(NETWORK_PARTS, PARTS_AT_ONCE)) {
      for (const { part } of rows) {
        const ofPart = roles.slice(parts * ROLES_A_PART, (parts + 1) * ROLES_A_PART);
        const checksum = checksumOfPart(
          part,
          parts,
          ofPart.map(({ id }) => id),
        );
        if (checksum !== part.checksum) throw await this.#broken(`part ${parts} of the network is damaged`);
        const relations = [...relationsOfPart(part)];
        if (relations.length !== ofPart.length) throw await this.#broken(`part ${parts} of the network is damaged`);
        parts++;
        const whole = ofPart.map((role, i) => ({ ...role, ...(relations[i] as RoleRelations) }));
        for (const role of whole) counts.note(role);
        yield whole;
      }
    }
    const whole = await this.#countOf("ROLE");
    if (roles.length !== whole) throw await this.#broken(`${roles.length} roles instead of ${whole}`);
    const wholeParts = Math.ceil(whole / ROLES_A_PART);
    if (parts !== wholeParts) throw await this.#broken(`${parts} parts of the network instead of ${wholeParts}`);
    this.#counts = counts;
  }

  async *skillRows(): AsyncIterable<readonly SkillRow[]> {
    let skills = 0;
    const partOf = placesOfParts((await this.dataset()).parts);
    for await (const rows of this.#streamInOrder(SKILL_ROWS)) {
      skills += rows.length;
      yield rows.map(({ originId, ...row }) => ({ ...row, part: partOf(originId) }));
    }
    const whole = await this.#countOf("SKILL");
    if (skills !== whole) throw await this.#broken(`${skills} skills instead of ${whole}`);
  }

  /**
   * How many nodes of a kind the whole generation has. Streams run one after the other, in a cluster perhaps on members of which
   * one lags behind, and their order tells of gaps but not of a missing end.
   */
  async #countOf(wanted: NodeKind): Promise<number> {
    const { counts } = await this.dataset();
    return counts.find(({ kind }) => kind === wanted)?.count ?? 0;
  }

  async nodes(ids: readonly string[]): Promise<readonly (Node | null)[]> {
    const found = new Map<string, Node>();
    const missing = new Set<string>();
    for (const id of ids) {
      const node = this.peekNode(id);
      if (node === undefined) missing.add(id);
      else found.set(id, node);
    }
    const read = await this.cache.flights.nodes.read(this.revision, missing, (fresh) => this.#readNodes(fresh));
    return ids.map((id) => found.get(id) ?? read.get(id) ?? null);
  }

  async #readNodes(ids: readonly string[]): Promise<ReadonlyMap<string, Node>> {
    const found = new Map<string, Node>();
    const keep = (node: Node): void => {
      this.cache.keepNode(this.revision, node);
      found.set(node.id, node);
    };
    if (ids.some((id) => prefixOf(id) === "dataset")) {
      for (const part of (await this.dataset()).parts) keep(part);
    }
    const entityIds = ids.filter((id) => kindOf(id) !== null);
    const run: Run = (text, parameters) => this.#run(text, parameters);
    const reads = FACTS.map(async (read) => {
      for (const fact of await read(run, ids)) keep(fact);
    });
    if (entityIds.length > 0) {
      reads.push(
        this.#run(ENTITIES, { ids: entityIds }).then((rows) => {
          for (const { entity } of rows) if (entity !== null) keep(entityOfRow(entity));
        }),
      );
    }
    await Promise.all(reads);
    return found;
  }

  peekNode(id: string): Node | undefined {
    return this.cache.node(this.revision, id);
  }

  async related<K extends keyof RelatedTo>(
    relation: K,
    ids: readonly string[],
  ): Promise<readonly (readonly RelatedTo[K][])[]> {
    const found = new Map<string, readonly RelatedTo[K][]>();
    const missing = new Set<string>();
    for (const id of ids) {
      const list = this.peekRelated(relation, id);
      if (list === undefined) missing.add(id);
      else found.set(id, list);
    }
    const kind = `${this.revision} ${relation}`;
    const read = await this.cache.flights.related.read(kind, missing, (fresh) => this.#readRelated(relation, fresh));
    return ids.map((id) => found.get(id) ?? (read.get(id) as readonly RelatedTo[K][] | undefined) ?? []);
  }

  async #readRelated<K extends keyof RelatedTo>(
    relation: K,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RelatedTo[K][]>> {
    const found = new Map<string, readonly RelatedTo[K][]>();
    const lists = await RELATED_STATEMENTS[relation].read((text, parameters) => this.#run(text, parameters), ids);
    for (const { id, found: items } of lists) {
      const length = this.#counts?.lengthOf(relation, id) ?? null;
      if (length !== null && length !== items.length)
        throw await this.#broken(`${relation} gives ${items.length} of ${id} instead of ${length}`);
      const list = items.map(({ node, neighbour }) => {
        this.cache.keepNode(this.revision, node);
        if (neighbour !== null) this.cache.keepNode(this.revision, neighbour);
        return node;
      });
      this.cache.keepRelated(this.revision, relation, id, list);
      found.set(id, list);
    }
    return found;
  }

  peekRelated<K extends keyof RelatedTo>(relation: K, id: string): readonly RelatedTo[K][] | undefined {
    return this.cache.related(this.revision, relation, id);
  }

  async every<P extends EntityPrefix>(prefix: P): Promise<readonly EntityOfPrefix[P][]> {
    const every: EntityOfPrefix[P][] = [];
    for (let read = ENTITIES_AT_ONCE; read === ENTITIES_AT_ONCE;) {
      const part = { from: neo4j.int(every.length), size: neo4j.int(ENTITIES_AT_ONCE) };
      const { entities } = await this.#one(EVERY, { prefix, ...part });
      for (const row of entities) {
        const entity = entityOfRow(row) as EntityOfPrefix[P];
        this.cache.keepNode(this.revision, entity);
        every.push(entity);
      }
      read = entities.length;
    }
    return every;
  }

  async rolesOfSkills(skillIds: readonly string[], slice: RequirementSlice): Promise<readonly RequirementPage[]> {
    if (skillIds.length === 0) return [];
    const read = await readRequirementPages(skillIds, slice, (text, parameters) => this.#run(text, parameters));
    return skillIds.map((id) => {
      const { page, roles } = read.get(id) ?? NO_PAGE;
      for (const node of [...page.items, ...roles]) this.cache.keepNode(this.revision, node);
      return page;
    });
  }

  async relationsAmong(ids: readonly string[], kind: RelationKind): Promise<readonly Relation[]> {
    if (ids.length === 0) return [];
    return readRelationsAmong([...new Set(ids)], [kind], (text, parameters) => this.#run(text, parameters));
  }

  async neighborhood(query: NeighborhoodQuery): Promise<NeighborhoodRows | null> {
    if (kindOf(query.id) === null) return null;
    const [root] = await this.nodes([query.id]);
    if (root === null || root === undefined) return null;
    const read = async (ids: readonly string[]): Promise<readonly Entity[]> => {
      const nodes = (await this.nodes(ids)).filter((node) => node !== null);
      if (nodes.length < ids.length) throw await this.#broken("a node of a neighborhood is missing");
      return nodes as Entity[];
    };
    return readNeighborhood(root as Entity, query, read, (text, parameters) => this.#run(text, parameters));
  }

  /** The rows of a statement that gives at least one for every whole generation. */
  async #run<Row extends object>(text: Statement<Row>, parameters: StatementParameters): Promise<readonly Row[]> {
    this.#assertWhole();
    const rows = await this.runner.rows(text, { ...parameters, revision: this.stored() });
    if (rows.length > 0) return rows;
    throw this.#gone();
  }

  /** @throws StoreDamagedError where the generation is known to be damaged: what it holds may be wrong */
  #assertWhole(): void {
    const damage = this.wholeness.damageOf(this.stored());
    if (damage !== null) throw damage;
  }

  /** The row of a statement that gives one for every whole generation. */
  async #one<Row extends object>(text: Statement<Row>, parameters: StatementParameters = {}): Promise<Row> {
    const [row] = await this.#run(text, parameters);
    if (row === undefined) throw this.#gone();
    return row;
  }

  #gone(): RevisionGoneError {
    return new RevisionGoneError(
      `Neo4j no longer has revision ${this.revision}. Read the active revision; if this is the active one, load again.`,
    );
  }

  /**
   * The error for what does not fit together, which is noted as damage unless the generation was only dropped meanwhile.
   * @throws RevisionGoneError where it was
   */
  async #broken(problem: string): Promise<Error> {
    await this.#readDataset();
    const damage = damaged(this.stored(), problem);
    this.wholeness.note(this.stored(), damage);
    return damage;
  }

  async *#stream<Row extends object, T>(
    text: Statement<Row>,
    parameters: StatementParameters,
    read: (row: Row) => T,
    size?: number,
  ): AsyncIterable<readonly T[]> {
    this.#assertWhole();
    const revision = this.stored();
    for await (const rows of this.runner.stream(text, { ...parameters, revision }, size)) {
      yield rows.map(read);
    }
    // A generation that is gone has no rows, and a stream may take so long that one is dropped meanwhile.
    await this.#readDataset();
  }

  /** The rows of a statement that gives one an ordinal, without it. @throws StoreDamagedError where one is missing */
  async *#streamInOrder<Row extends object>(
    text: Statement<InOrder<Row>>,
    size?: number,
  ): AsyncIterable<readonly Omit<InOrder<Row>, "ordinal">[]> {
    let next = 0;
    for await (const rows of this.#stream(text, {}, (row) => row, size)) {
      if (rows.some(({ ordinal }) => ordinal !== next++)) throw await this.#broken(`a record is missing or duplicated`);
      yield rows.map(({ ordinal: _, ...row }) => row);
    }
  }
}

/** The ends that the id of a fact is written from; none where it is not so written. */
function endsOf(id: string, toPrefix: string | null): { id: string; from: string; to: string }[] {
  const [from, to, ...rest] = slugOf(id).split("--");
  if (!from || !to || rest.length > 0) return [];
  if (toPrefix === null) return [{ id, from: from.replace(".", ":"), to: to.replace(".", ":") }];
  return [{ id, from: `role:${from}`, to: `${toPrefix}:${to}` }];
}
