import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** How many characters of documents are kept. Parsed, a character takes up to a few hundred bytes. */
const MOST_CHARACTERS = 128 * 1024;

/** Documents of more characters than this are not kept, so that one client cannot evict the documents of the others. */
const LONGEST = MOST_CHARACTERS / 8;

/**
 * Parsed and valid documents by their hash, for Apollo Server. The least recently used ones are evicted first. Apollo's own store measures a
 * document by its JSON, and takes five times as much memory as configured.
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
