import { Arg, Args, ArgsType, Ctx, Field, Int, Query, Resolver } from "type-graphql";
import type { Entity } from "../../model/Entity.js";
import { NodeKind } from "../../model/NodeKind.js";
import { listName } from "../connection/listName.js";
import { pageOfHits } from "../connection/pageOfHits.js";
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
    nullable: true,
    description:
      "Nodes by name, title or alias, forgiving one spelling error in each word of four letters or more. Ranked: exact name, exact alias, beginning of a name or alias, words in one (the last may be begun only), words of which any of three letters or more may be begun only, spelling errors; within each names before aliases, shorter before longer, then id. No hit gives an empty page; null stands only beside an error.",
  })
  async search(
    @Arg("text", () => String, {
      description: `What to look for, ${LONGEST} characters at most; no query syntax is read in it.`,
    })
    text: string,
    @Arg("kinds", () => [NodeKind], { nullable: true, description: "Only these kinds; null searches all." })
    kinds: NodeKind[] | null,
    @Args(() => SearchArgs) { first, after }: SearchArgs,
    @Ctx() context: Context,
  ): Promise<SearchConnection> {
    const { snapshot, loaders } = context;
    if (text.length > LONGEST) {
      throw new BadUserInputError(
        "text",
        "OUT_OF_RANGE",
        `A search text has at most ${LONGEST} characters; this one has ${text.length}.`,
      );
    }
    return pageOfHits(
      listName("search", text, kinds ?? null),
      snapshot.revision,
      await context.shortSearch(() => snapshot.names.search(text, kinds ?? null)),
      { first, after, byDefault: 10 },
      ({ id, score }, cursor) => ({
        cursor,
        score,
        get node() {
          return loaders.existing(id) as Entity;
        },
      }),
    );
  }
}
