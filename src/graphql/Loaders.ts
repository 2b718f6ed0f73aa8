import DataLoader from "dataloader";
import type { Entity } from "../model/Entity.js";
import type { Node } from "../model/Node.js";
import type { Relation } from "../model/Relation.js";
import type { RelationKind } from "../model/RelationKind.js";
import type { CareerReader, RelatedTo, RequirementPage, RequirementSlice } from "../store/CareerStore.js";
import { StoreDamagedError } from "../store/StoreDamagedError.js";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";
import type { Snapshot } from "../snapshot/Snapshot.js";
import { heldEntity } from "./heldEntity.js";
import type { StoreRounds } from "./StoreRounds.js";

type RelatedKey = keyof RelatedTo;
type MaybePromise<T> = T | Promise<T>;

/** A node and other nodes that it may be linked with. */
interface LinkEnds {
  readonly id: string;
  readonly others: readonly string[];
}

/**
 * The batched reads of one request: all reads of one relation at one level of the operation become one call to the store. Data that the store
 * has in memory is returned at once, without a promise.
 */
export class Loaders {
  readonly #nodes: DataLoader<string, Node | null>;
  readonly #related = new Map<RelatedKey, DataLoader<string, readonly RelatedTo[RelatedKey][]>>();

  /** One loader per slice, because all skills at one level of the operation are read with the same arguments. */
  readonly #rolesOfSkills = new Map<string, DataLoader<string, RequirementPage>>();

  readonly #links = new Map<RelationKind, DataLoader<LinkEnds, ReadonlyMap<string, Relation>, string>>();

  private readonly reader: CareerReader;

  /**
   * @param snapshot the data in memory, which is used if the store is unavailable
   * @param problem why the last check of the store failed; null if it succeeded
   */
  constructor(
    snapshot: Snapshot,
    private readonly rounds: StoreRounds,
    problem: () => Error | null,
  ) {
    this.reader = snapshot.reader;
    this.#nodes = new DataLoader(async (ids) => {
      const known = problem();
      if (known instanceof StoreUnavailableError) {
        // Waiting for an unavailable store is useless. The next check shows whether it is available again.
        const held = ids.map((id) => this.reader.peekNode(id) ?? heldEntity(snapshot, id, known));
        if (!held.includes(null)) return held;
      }
      return this.read((reader) => reader.nodes(ids)).catch((error: unknown) => {
        if (!(error instanceof StoreUnavailableError)) throw error;
        return ids.map((id) => heldEntity(snapshot, id, error) ?? error);
      });
    });
  }

  /** Runs a read that no loader batches, and counts it as a wait. */
  read<T>(ask: (reader: CareerReader) => Promise<T>): Promise<T> {
    return this.rounds.reading(() => ask(this.reader));
  }

  /** The node with an id; null if there is none. */
  node(id: string): MaybePromise<Node | null> {
    return this.reader.peekNode(id) ?? this.#nodes.load(id);
  }

  /**
   * The node with an id that the graph contains, for example the far end of a relation.
   * @throws StoreDamagedError if the store does not have it
   */
  existing<T extends Node = Entity>(id: string): MaybePromise<T> {
    const held = this.reader.peekNode(id);
    if (held !== undefined) return held as T;
    return this.#nodes.load(id).then((node) => {
      if (node === null)
        throw new StoreDamagedError(
          `The store refers to ${id} in revision ${this.reader.revision} but does not contain it. Load the dataset again.`,
        );
      return node as T;
    });
  }

  /** The nodes with ids that the graph contains, in the order of the ids. */
  existingAll<T extends Node = Entity>(ids: readonly string[]): MaybePromise<readonly T[]> {
    const nodes = ids.map((id) => this.existing<T>(id));
    return nodes.some((node) => node instanceof Promise) ? Promise.all(nodes) : (nodes as T[]);
  }

  /** The nodes that are related to the node with this id, in the order of the relation. */
  related<K extends RelatedKey>(relation: K, id: string): MaybePromise<readonly RelatedTo[K][]> {
    return this.reader.peekRelated(relation, id) ?? this.#relatedLoader(relation).load(id);
  }

  /** The links of one kind between a node and others, in both directions, by the ids of the others. */
  links(kind: RelationKind, id: string, others: readonly string[]): Promise<ReadonlyMap<string, Relation>> {
    let loader = this.#links.get(kind);
    if (loader === undefined) {
      loader = new DataLoader((asked) => this.#readLinks(kind, asked), { cacheKeyFn: (ends) => ends.id });
      this.#links.set(kind, loader);
    }
    return loader.load({ id, others });
  }

  async #readLinks(kind: RelationKind, asked: readonly LinkEnds[]): Promise<ReadonlyMap<string, Relation>[]> {
    const ids = new Set(asked.flatMap(({ id, others }) => (others.length === 0 ? [] : [id, ...others])));
    const byEnd = new Map<string, Map<string, Relation>>();
    for (const relation of ids.size === 0 ? [] : await this.read((reader) => reader.relationsAmong([...ids], kind))) {
      for (const [end, other] of [
        [relation.from, relation.to],
        [relation.to, relation.from],
      ] as const) {
        const links = byEnd.get(end);
        if (links === undefined) byEnd.set(end, new Map([[other, relation]]));
        // If two nodes are linked in both directions, the link from the requested node is used.
        else if (!links.has(other) || relation.from === end) links.set(other, relation);
      }
    }
    return asked.map(({ id }) => byEnd.get(id) ?? new Map<string, Relation>());
  }

  /** A page of the roles that need a skill. */
  rolesOfSkill(skillId: string, slice: RequirementSlice): Promise<RequirementPage> {
    const key = JSON.stringify(slice);
    let loader = this.#rolesOfSkills.get(key);
    if (loader === undefined) {
      loader = new DataLoader((ids) => this.read((reader) => reader.rolesOfSkills(ids, slice)));
      this.#rolesOfSkills.set(key, loader);
    }
    return loader.load(skillId);
  }

  #relatedLoader<K extends RelatedKey>(relation: K): DataLoader<string, readonly RelatedTo[K][]> {
    let loader = this.#related.get(relation);
    if (loader === undefined) {
      loader = new DataLoader((ids) => this.read((reader) => reader.related(relation, ids)));
      this.#related.set(relation, loader);
    }
    return loader as unknown as DataLoader<string, readonly RelatedTo[K][]>;
  }
}
