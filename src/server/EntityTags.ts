import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * Weak entity tags for `ETag` and `If-None-Match`. A tag is a hash of everything that determines an answer: the revision, the build and the
 * request. It is therefore known before the request is answered, and equal in all processes of one build.
 */
export class EntityTags {
  /** @param build identifies the code that answers */
  constructor(private readonly build: string = buildName()) {}

  /** @param asked the result of `askedText` */
  tagOf(revision: string, asked: string): string {
    return EntityTags.tagOfBytes(`${this.build} ${revision} ${asked}`);
  }

  /** The tag of content that is identified by these bytes. */
  static tagOfBytes(bytes: string | Buffer): string {
    return `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
  }

  /** Whether an `If-None-Match` header contains this tag. */
  static isHeld(tag: string, ifNoneMatch: string | undefined): boolean {
    return ifNoneMatch?.split(",").some((held) => held.trim().replace(/^W\//, "") === tag.slice(2)) === true;
  }
}

/** The stamp that `dev/build.mjs` writes next to the build. Without a build the code may change at any time, so the name is random. */
function buildName(): string {
  try {
    return readFileSync(new URL("../.built", import.meta.url), "utf8");
  } catch {
    return randomUUID();
  }
}
