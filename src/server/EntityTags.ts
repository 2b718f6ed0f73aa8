import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * Weak tags of answers, for `ETag` and `If-None-Match`. One is made of what an answer depends on: the revision, this build and what is
 * asked. So the tag of a request is known before it is answered, and is equal in all processes of one build.
 */
export class EntityTags {
  /** @param build names the code that answers */
  constructor(private readonly build: string = buildName()) {}

  /** @param asked as of `askedText` */
  tagOf(revision: string, asked: string): string {
    const hash = createHash("sha256").update(`${this.build} ${revision} ${asked}`).digest("base64url");
    return `W/"${hash.slice(0, 27)}"`;
  }

  /** Whether a client that sent a header `If-None-Match` holds the answer with this tag. */
  static isHeld(tag: string, ifNoneMatch: string | undefined): boolean {
    return ifNoneMatch?.split(",").some((held) => held.trim().replace(/^W\//, "") === tag.slice(2)) === true;
  }
}

/** The stamp that `dev/build.mjs` leaves beside the build; code that was not built may change at any time, so its name is new each time. */
function buildName(): string {
  try {
    return readFileSync(new URL("../.built", import.meta.url), "utf8");
  } catch {
    return randomUUID();
  }
}
