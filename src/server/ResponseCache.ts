import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** Number of requests that are remembered after their first occurrence. */
const ASKED_ONCE = 10_000;

/** A cached answer. */
export interface KeptAnswer {
  /** Its `Content-Type`. */
  readonly type: string;
  readonly body: string;
}

/**
 * A cache of answers by revision and operation. A revision never changes, so the same operation with the same variables has the same
 * answer. An answer is cached the second time it is requested, so that a client with endless different operations does not evict
 * the answers that others request repeatedly. The least recently used answers are evicted first.
 */
export class ResponseCache {
  readonly #answers: LRUCache<string, KeptAnswer>;
  /** Hashes of requests that occurred once. */
  readonly #askedOnce = new LRUCache<string, true>({ max: ASKED_ONCE });

  /** @param bytes maximum total size of keys and bodies; at least 1 */
  constructor(bytes: number) {
    this.#answers = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.ceil(bytes / 32),
      sizeCalculation: ({ body }, key) => 2 * (body.length + key.length),
    });
  }

  /** Total size of the cached answers in bytes. */
  get bytes(): number {
    return this.#answers.calculatedSize;
  }

  /** Removes every answer. */
  clear(): void {
    this.#answers.clear();
    this.#askedOnce.clear();
  }

  /** @param asked the result of `askedText` */
  answerTo(revision: string, asked: string): KeptAnswer | undefined {
    return this.#answers.get(`${revision} ${asked}`);
  }

  /** Caches an answer that is always the same in this revision, if its request has occurred before. */
  keep(revision: string, asked: string, answer: KeptAnswer): void {
    const key = `${revision} ${asked}`;
    const hash = createHash("sha256").update(key).digest("base64");
    if (this.#askedOnce.get(hash) === true) this.#answers.set(key, answer);
    else this.#askedOnce.set(hash, true);
  }
}
