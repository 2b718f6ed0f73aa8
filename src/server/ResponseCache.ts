import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** How many requests that came once are remembered. */
const ASKED_ONCE = 10_000;

/** An answer as it was sent. */
export interface KeptAnswer {
  /** Its `Content-Type`. */
  readonly type: string;
  readonly body: string;
}

/**
 * Answers to operations, kept by revision: a revision never changes, so the same operation with the same variables has the
 * same answer. An answer is kept when it is asked for a second time, so that one client with endless different operations does not push
 * out what others ask again and again. The least lately used go first.
 */
export class ResponseCache {
  readonly #answers: LRUCache<string, KeptAnswer>;
  /** Hashes of what was asked once. */
  readonly #askedOnce = new LRUCache<string, true>({ max: ASKED_ONCE });

  /** @param bytes most that keys and bodies may take together; at least 1 */
  constructor(bytes: number) {
    this.#answers = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.ceil(bytes / 32),
      sizeCalculation: ({ body }, key) => 2 * (body.length + key.length),
    });
  }

  /** What the kept answers take, in bytes. */
  get bytes(): number {
    return this.#answers.calculatedSize;
  }

  /** Forgets every answer. */
  clear(): void {
    this.#answers.clear();
    this.#askedOnce.clear();
  }

  /** @param asked as of `askedText` */
  answerTo(revision: string, asked: string): KeptAnswer | undefined {
    return this.#answers.get(`${revision} ${asked}`);
  }

  /** Keeps an answer that comes out the same whenever it is asked for in this revision. */
  keep(revision: string, asked: string, answer: KeptAnswer): void {
    const key = `${revision} ${asked}`;
    const hash = createHash("sha256").update(key).digest("base64");
    if (this.#askedOnce.get(hash) === true) this.#answers.set(key, answer);
    else this.#askedOnce.set(hash, true);
  }
}
