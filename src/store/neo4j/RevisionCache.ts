import { LRUCache } from "lru-cache";
import type { DatasetInfo } from "../../model/DatasetInfo.js";
import type { Node } from "../../model/Node.js";
import type { RelatedTo } from "../CareerStore.js";
import { Flights } from "./Flights.js";

/** Nodes kept at most, over all revisions; about 100 MB with the largest of datasets. */
const MOST_NODES = 100_000;

/** Entries of related lists kept at most; an empty list counts one too. */
const MOST_RELATED = 400_000;

/**
 * What was read, kept by revision, so that a warm read costs no round to the server. The least recently used goes first; what
 * an old revision held goes with time. That nothing stands in a relation to an id is kept too; that an id names nothing is not.
 */
export class RevisionCache {
  readonly #nodes = new LRUCache<string, Node>({ max: MOST_NODES });
  readonly #related = new LRUCache<string, readonly Node[]>({
    maxSize: MOST_RELATED,
    sizeCalculation: (list) => list.length + 1,
  });

  readonly #datasets = new LRUCache<string, DatasetInfo>({ max: 16 });

  /** Reads under way for the cache. */
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
