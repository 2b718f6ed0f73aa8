import neo4j from "neo4j-driver";
import { type IdPrefix, kindOf, prefixOf, slugOf } from "../../model/EntityId.js";
import { ENTITY_KINDS, ENTITY_PREFIXES, type EntityOfPrefix, type EntityPrefix } from "../../model/entityKinds.js";
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
import { degreeRequirementOfRow, matchOfRow, skillRequirementOfRow, transitionOfRow } from "./factOfRow.js";
import { readNeighborhood, readRelationsAmong } from "./readNeighborhood.js";
import { NO_PAGE, readRequirementPages } from "./readRequirementPage.js";
import { ordinalsOfParts } from "../ordinalsOfParts.js";
import { checksumOfPart, type NetworkPart, relationsOfPart } from "./networkParts.js";
import { partsOfText } from "./partsText.js";
import { RelationCounts } from "./RelationCounts.js";
import { networkPartsOf } from "./recordedCounts.js";
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

/** A row that names its dataset by id; the port gives the dataset's position instead. */
type FromPart<Row> = Omit<Row, "part"> & { readonly originId: string };

/** A row of a stream in default order, with its position. */
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
/** Parts of the network per fetch, 25 kB each. */
const PARTS_AT_ONCE = 100;
const SKILL_ROWS = statement<InOrder<FromPart<SkillRow>>>("read/skill-rows");
const ENTITIES = statement<{ readonly entity: EntityRow | null }>("read/entities");
const EVERY = statement<{ readonly entities: readonly EntityRow[] }>("read/every-entity");
/** Entities of a kind per statement. */
const ENTITIES_AT_ONCE = 1_000;

/** Facts that are relationships. They are found by their two ends, from which their ids are made. */
const FACTS = [
  factReader("transition", "role", "read/transitions", transitionOfRow),
  factReader("requirement", "skill", "read/requirements", skillRequirementOfRow),
  factReader("degree-requirement", "degree", "read/degree-requirements", degreeRequirementOfRow),
  factReader("match", null, "read/matches", matchOfRow),
];

/** How facts with an id prefix are read. @param toPrefix id prefix of the entity that a role leads to; null if the facts' ids contain the prefixes of both ends */
function factReader<Fact>(prefix: IdPrefix, toPrefix: IdPrefix | null, name: string, nodeOf: (fact: Fact) => Node) {
  const text = statement<{ readonly fact: Fact | null }>(name);
  return async (run: Run, ids: readonly string[]): Promise<readonly Node[]> => {
    const keys = ids.filter((id) => prefixOf(id) === prefix).flatMap((id) => endsOf(id, toPrefix));
    if (keys.length === 0) return [];
    return (await run(text, { keys })).flatMap(({ fact }) => (fact === null ? [] : [nodeOf(fact)]));
  };
}

/**
 * Reads one revision from Neo4j. What the cache holds needs no statement; each relation of `related` takes one for all other ids. Reading a relation
 * also caches the entities at its other ends. Every statement checks that the generation still exists. Nothing more is read from a
 * generation that proves damaged.
 */
export class Neo4jReader implements CareerReader {
  /** Known once the roles have been read. */
  #counts: RelationCounts | null = null;

  /** @param stored returns the stored name of the revision, which changes when a copy replaces a damaged generation */
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

  /** Reads the Dataset node, and caches it. */
  async #readDataset(): Promise<DatasetInfo> {
    const keeper = this.cache.keeper(this.revision);
    const { name, version, attributions, parts, skillCategories, loadedAt, prefixes, prefixCounts } =
      await this.#one(DATASET);
    const counted = new Map(prefixes.map((prefix, index) => [prefix, prefixCounts[index]]));
    const counts = countsOfKinds((prefix) => counted.get(prefix) ?? 0);
    const head = { name, version, attributions, parts: partsOfText(parts), skillCategories, revision: this.revision };
    const info = { ...head, loadedAt: new Date(loadedAt), store: "NEO4J" as const, counts };
    keeper.dataset(info);
    return info;
  }

  async *names(): AsyncIterable<readonly NameRow[]> {
    let names = 0;
    for await (const rows of this.#stream(NAMES, { prefixes: NAMED_PREFIXES }, (row) => row)) {
      names += rows.length;
      yield rows;
    }
    await this.#assertCount("names", names, NAMED_PREFIXES);
  }

  async *roleRows(): AsyncIterable<readonly RoleRow[]> {
    const roles: Omit<RoleRow, keyof RoleRelations>[] = [];
    const partOf = ordinalsOfParts((await this.dataset()).parts);
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
    let ordinal = 0;
    for await (const parts of this.#streamInOrder(NETWORK_PARTS, PARTS_AT_ONCE)) {
      for (const { part } of parts) {
        const rolesOfPart = roles.slice(ordinal * ROLES_A_PART, (ordinal + 1) * ROLES_A_PART);
        const checksum = checksumOfPart(
          part,
          ordinal,
          rolesOfPart.map(({ id }) => id),
        );
        if (checksum !== part.checksum) throw await this.#broken(`part ${ordinal} of the network is damaged`);
        const relations = [...relationsOfPart(part)];
        if (relations.length !== rolesOfPart.length)
          throw await this.#broken(`part ${ordinal} of the network is damaged`);
        ordinal++;
        const rows = rolesOfPart.map((role, i) => ({ ...role, ...(relations[i] as RoleRelations) }));
        for (const row of rows) counts.note(row);
        yield rows;
      }
    }
    await this.#assertCount("roles", roles.length, ["role"]);
    const partCount = networkPartsOf(roles.length);
    if (ordinal !== partCount) throw await this.#broken(`${ordinal} parts of the network instead of ${partCount}`);
    this.#counts = counts;
  }

  async *skillRows(): AsyncIterable<readonly SkillRow[]> {
    let skills = 0;
    const partOf = ordinalsOfParts((await this.dataset()).parts);
    for await (const rows of this.#streamInOrder(SKILL_ROWS)) {
      skills += rows.length;
      yield rows.map(({ originId, ...row }) => ({ ...row, part: partOf(originId) }));
    }
    await this.#assertCount("skills", skills, ["skill"]);
  }

  /**
   * Checks that as many entities were read as the generation should have. Ordinals reveal a gap in a stream, but not a missing end: in a
   * cluster, a member that lags behind may send a short stream.
   * @param what what was read, for the message
   * @param prefixes their id prefixes; nothing is checked if their kinds have others, too, because kinds are counted
   * @throws StoreDamagedError
   */
  async #assertCount(what: string, found: number, prefixes: readonly EntityPrefix[]): Promise<void> {
    const kinds = new Set(prefixes.map((prefix) => ENTITY_KINDS[prefix].kind));
    if (ENTITY_PREFIXES.some((prefix) => kinds.has(ENTITY_KINDS[prefix].kind) && !prefixes.includes(prefix))) return;
    const { counts } = await this.dataset();
    const expected = counts.reduce((sum, { kind, count }) => sum + (kinds.has(kind) ? count : 0), 0);
    if (found !== expected) throw await this.#broken(`${found} ${what} instead of ${expected}`);
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
    const keeper = this.cache.keeper(this.revision);
    const found = new Map<string, Node>();
    const keep = (node: Node): void => {
      keeper.node(node);
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
    const keeper = this.cache.keeper(this.revision);
    const found = new Map<string, readonly RelatedTo[K][]>();
    const lists = await RELATED_STATEMENTS[relation].read((text, parameters) => this.#run(text, parameters), ids);
    for (const { id, found: items } of lists) {
      const length = this.#counts?.lengthOf(relation, id) ?? null;
      if (length !== null && length !== items.length)
        throw await this.#broken(`${relation} gives ${items.length} of ${id} instead of ${length}`);
      const list = items.map(({ node, neighbour }) => {
        keeper.node(node);
        if (neighbour !== null) keeper.node(neighbour);
        return node;
      });
      keeper.related(relation, id, list);
      found.set(id, list);
    }
    return found;
  }

  peekRelated<K extends keyof RelatedTo>(relation: K, id: string): readonly RelatedTo[K][] | undefined {
    return this.cache.related(this.revision, relation, id);
  }

  async every<P extends EntityPrefix>(prefix: P): Promise<readonly EntityOfPrefix[P][]> {
    const keeper = this.cache.keeper(this.revision);
    const every: EntityOfPrefix[P][] = [];
    for (let read = ENTITIES_AT_ONCE; read === ENTITIES_AT_ONCE;) {
      const part = { from: neo4j.int(every.length), size: neo4j.int(ENTITIES_AT_ONCE) };
      const { entities } = await this.#one(EVERY, { prefix, ...part });
      for (const row of entities) {
        const entity = entityOfRow(row) as EntityOfPrefix[P];
        keeper.node(entity);
        every.push(entity);
      }
      read = entities.length;
    }
    await this.#assertCount(`entities with prefix ${prefix}`, every.length, [prefix]);
    return every;
  }

  async rolesOfSkills(skillIds: readonly string[], slice: RequirementSlice): Promise<readonly RequirementPage[]> {
    if (skillIds.length === 0) return [];
    const keeper = this.cache.keeper(this.revision);
    const read = await readRequirementPages(skillIds, slice, (text, parameters) => this.#run(text, parameters));
    return skillIds.map((id) => {
      const { page, roles } = read.get(id) ?? NO_PAGE;
      for (const node of [...page.items, ...roles]) keeper.node(node);
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

  /** The rows of a statement that returns at least one for every whole generation. */
  async #run<Row extends object>(text: Statement<Row>, parameters: StatementParameters): Promise<readonly Row[]> {
    this.#assertWhole();
    const rows = await this.runner.rows(text, { ...parameters, revision: this.stored() });
    // Damage may have been noticed meanwhile.
    this.#assertWhole();
    if (rows.length > 0) return rows;
    throw this.#gone();
  }

  /** @throws StoreDamagedError if the generation is known to be damaged, because what it holds may be wrong */
  #assertWhole(): void {
    const damage = this.wholeness.damageOf(this.stored());
    if (damage !== null) throw damage;
  }

  /** The row of a statement that returns one for every whole generation. */
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
   * The error for an inconsistency. It is noted as damage, unless the generation was dropped meanwhile.
   * @throws RevisionGoneError if it was
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
    // A dropped generation has no rows, and it may be dropped while a stream runs: check that it still exists.
    await this.#readDataset();
  }

  /** The rows of a statement that returns one per ordinal, without the ordinal. @throws StoreDamagedError if a row is missing */
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

/** The ends from which the id of a fact is made; none if the id has another form. */
function endsOf(id: string, toPrefix: string | null): { id: string; from: string; to: string }[] {
  const [from, to, ...rest] = slugOf(id).split("--");
  if (!from || !to || rest.length > 0) return [];
  if (toPrefix === null) return [{ id, from: from.replace(".", ":"), to: to.replace(".", ":") }];
  return [{ id, from: `role:${from}`, to: `${toPrefix}:${to}` }];
}
