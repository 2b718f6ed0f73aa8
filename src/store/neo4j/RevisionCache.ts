import { LRUCache } from "lru-cache";
import type { DatasetInfo } from "../../model/DatasetInfo.js";
import type { Node } from "../../model/Node.js";
import type { RelatedTo } from "../CareerStore.js";
import { Flights } from "./Flights.js";

/** Maximum number of cached nodes, over all revisions; about 100 MB with the largest datasets. */
const MOST_NODES = 100_000;

/** Maximum size of the cached related lists; the size of a list is its length plus one. */
const MOST_RELATED = 400_000;

/** Caches what one read finds. */
interface Keeper {
  readonly dataset: (dataset: DatasetInfo) => void;
  readonly node: (node: Node) => void;
  readonly related: (relation: keyof RelatedTo, id: string, list: readonly Node[]) => void;
}

/**
 * Caches what was read, by revision, so that a repeated read needs no round trip. The entry that was used least recently is evicted first, so
 * entries of old revisions disappear over time. An empty related list is cached. The absence of an id is not.
 */
export class RevisionCache {
  readonly #nodes = new LRUCache<string, Node>({ max: MOST_NODES });
  readonly #related = new LRUCache<string, readonly Node[]>({
    maxSize: MOST_RELATED,
    sizeCalculation: (list) => list.length + 1,
  });
  readonly #datasets = new LRUCache<string, DatasetInfo>({ max: 16 });
  #flights = noFlights();

  /** Reads in progress. A read that begins after `clear` does not share one that began before. */
  get flights(): ReturnType<typeof noFlights> {
    return this.#flights;
  }

  dataset(revision: string): DatasetInfo | undefined {
    return this.#datasets.get(revision);
  }

  node(revision: string, id: string): Node | undefined {
    return this.#nodes.get(`${revision} ${id}`);
  }

  related<K extends keyof RelatedTo>(revision: string, relation: K, id: string): readonly RelatedTo[K][] | undefined {
    return this.#related.get(`${revision} ${relation} ${id}`) as readonly RelatedTo[K][] | undefined;
  }

  /** Get this before a read begins: after `clear` it caches nothing more, because what the read finds may be as wrong as what was cleared. */
  keeper(revision: string): Keeper {
    const flights = this.#flights;
    const isCurrent = (): boolean => flights === this.#flights;
    return {
      dataset: (dataset) => void (isCurrent() && this.#datasets.set(revision, dataset)),
      node: (node) => void (isCurrent() && this.#nodes.set(`${revision} ${node.id}`, node)),
      related: (relation, id, list) => void (isCurrent() && this.#related.set(`${revision} ${relation} ${id}`, list)),
    };
  }

  clear(): void {
    this.#flights = noFlights();
    this.#datasets.clear();
    this.#nodes.clear();
    this.#related.clear();
  }
}

function noFlights() {
  return {
    nodes: new Flights<Node>(),
    related: new Flights<readonly Node[]>(),
    datasets: new Flights<DatasetInfo>(),
  };
}
