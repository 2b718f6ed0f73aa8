import { LRUCache } from "lru-cache";
import type { DatasetInfo } from "../../model/DatasetInfo.js";
import type { Node } from "../../model/Node.js";
import type { RelatedTo } from "../CareerStore.js";
import { Flights } from "./Flights.js";

/** Nodes kept at most, over all revisions; about 100 MB with the largest datasets. */
const MOST_NODES = 100_000;

/** Entries of related lists kept at most; an empty list counts as one. */
const MOST_RELATED = 400_000;

/**
 * Keeps what was read, by revision, so that a repeated read needs no round trip. The least recently used entry is evicted first, so
 * entries of old revisions disappear over time. It keeps that a related list is empty, but not that an id is unknown.
 */
export class RevisionCache {
  readonly #nodes = new LRUCache<string, Node>({ max: MOST_NODES });
  readonly #related = new LRUCache<string, readonly Node[]>({
    maxSize: MOST_RELATED,
    sizeCalculation: (list) => list.length + 1,
  });

  readonly #datasets = new LRUCache<string, DatasetInfo>({ max: 16 });

  /** Reads in progress. */
  readonly flights = {
    nodes: new Flights<Node>(),
    related: new Flights<readonly Node[]>(),
    datasets: new Flights<DatasetInfo>(),
  };

  dataset(revision: string): DatasetInfo | undefined {
    return this.#datasets.get(revision);
  }

  keepDataset(dataset: DatasetInfo): void {
    this.#datasets.set(dataset.revision, dataset);
  }

  node(revision: string, id: string): Node | undefined {
    return this.#nodes.get(`${revision} ${id}`);
  }

  keepNode(revision: string, node: Node): void {
    this.#nodes.set(`${revision} ${node.id}`, node);
  }

  related<K extends keyof RelatedTo>(revision: string, relation: K, id: string): readonly RelatedTo[K][] | undefined {
    return this.#related.get(`${revision} ${relation} ${id}`) as readonly RelatedTo[K][] | undefined;
  }

  keepRelated<K extends keyof RelatedTo>(
    revision: string,
    relation: K,
    id: string,
    list: readonly RelatedTo[K][],
  ): void {
    this.#related.set(`${revision} ${relation} ${id}`, list);
  }

  clear(): void {
    this.#datasets.clear();
    this.#nodes.clear();
    this.#related.clear();
  }
}
