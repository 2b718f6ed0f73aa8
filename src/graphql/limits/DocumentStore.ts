import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** Characters of the documents kept; as parsed, one takes up to some hundred bytes. */
const MOST_CHARACTERS = 128 * 1024;

/** Characters of a document that is kept at most, so that no client's can push out everyone's. */
const LONGEST = MOST_CHARACTERS / 8;

/**
 * Documents that were parsed and found valid, by their hash, for Apollo Server; the least lately used go first. Apollo's own store counts
 * the bytes of a document as JSON, and takes five times as much memory as it is told to.
 */
export class DocumentStore {
  readonly #documents = new LRUCache<string, DocumentNode>({
    maxSize: MOST_CHARACTERS,
    maxEntrySize: LONGEST,
    sizeCalculation: ({ loc }) => Math.max(1, loc?.source.body.length ?? LONGEST),
  });

  async get(hash: string): Promise<DocumentNode | undefined> {
    return this.#documents.get(hash);
  }

  async set(hash: string, document: DocumentNode): Promise<void> {
    this.#documents.set(hash, document);
  }

  async delete(hash: string): Promise<void> {
    this.#documents.delete(hash);
  }
}
