import { createHash } from "node:crypto";
import { Arg, Args, ArgsType, Ctx, Field, Int, Query, Resolver } from "type-graphql";
import type { Entity } from "../../model/Entity.js";
import { NodeKind } from "../../model/NodeKind.js";
import { decodeCursor, encodeCursor } from "../connection/Cursor.js";
import { pageSize } from "../connection/page.js";
import type { Context } from "../Context.js";
import { BadUserInputError } from "../errors/InputError.js";
import { SearchConnection } from "./SearchConnection.js";

const LONGEST = 300;

@ArgsType()
class SearchArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 10,
    description: "How many hits at most, 1 to 100; null means 10.",
  })
  readonly first!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the hit before the page; null starts with the best hit.",
  })
  readonly after!: string | null;
}

/** Search over names, titles and aliases. */
@Resolver()
export class SearchQueries {
  @Query(() => SearchConnection, {
    description:
      "Nodes by name, title or alias, forgiving one spelling error a word. Ranked: exact name, exact alias, beginning of a name, word in a name, spelling error, then id. No hit gives an empty page.",
  })
  async search(
    @Arg("text", () => String, {
      description: `What to look for, ${LONGEST} characters at most; no query syntax is read in it.`,
    })
    text: string,
    @Arg("kinds", () => [NodeKind], { nullable: true, description: "Only these kinds; null searches all." })
    kinds: NodeKind[] | null,
    @Args(() => SearchArgs) { first, after }: SearchArgs,
    @Ctx() { snapshot, loaders }: Context,
  ): Promise<SearchConnection> {
    if (text.length > LONGEST) {
      throw new BadUserInputError(
        "text",
        `A search text has at most ${LONGEST} characters; this one has ${text.length}.`,
      );
    }
    const list = `search ${createHash("sha256")
      .update(JSON.stringify([text, kinds ?? null]))
      .digest("base64url")
      .slice(0, 12)}`;
    const start = (decodeCursor(list, snapshot.revision, after) ?? -1) + 1;
    const hits = snapshot.names.search(text, kinds ?? null);
    const page = hits.slice(start, start + pageSize(first, 10));
    // Read only where asked for, so that a search for ids and counts needs no store.
    const edges = page.map(({ id, score }, index) => ({
      cursor: encodeCursor(list, snapshot.revision, start + index),
      score,
      get node() {
        return loaders.existing(id) as Entity;
      },
    }));
    return {
      totalCount: hits.length,
      edges,
      get nodes() {
        return edges.map((edge) => edge.node);
      },
      pageInfo: {
        hasNextPage: start + page.length < hits.length,
        hasPreviousPage: start > 0 && hits.length > 0,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }
}
