import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { Entity } from "../../model/Entity.js";
import { NodeKind } from "../../model/NodeKind.js";
import type { Ranked } from "../../names/rankNames.js";
import { listName } from "../connection/listName.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import { pageOf } from "../connection/pageOf.js";
import type { Context } from "../Context.js";
import { givenList } from "../givenList.js";
import { References } from "../references/References.js";
import { LONGEST_TEXT } from "./LONGEST_TEXT.js";
import { SearchConnection } from "./SearchConnection.js";

const BY_DEFAULT = 10;
const SearchArgs = pageArgs(BY_DEFAULT);

/** Search over names, titles and aliases. */
@Resolver()
export class SearchQueries {
  @Query(() => SearchConnection, {
    nullable: true,
    description:
      "Nodes by name, title or alias. Each word of four letters or more may have one spelling error. `matchedName` says which name was found. The order is: exact name; exact alias; beginning of a name or alias; words of a name or alias (the last may be incomplete); words of three letters or more that may all be incomplete; a name or alias with one spelling error; words with spelling errors; words of six letters or more that are both misspelt and incomplete. Within each group, names come before aliases and shorter ones before longer ones, then roles in which more people work (`Role.employment`), then id. If nothing is found, the page is empty. Paginated. Null only if there is an error.",
  })
  async search(
    @Arg("text", () => String, {
      description: `Text to search for, at most ${LONGEST_TEXT} characters. It has no query syntax.`,
    })
    text: string,
    @Arg("kinds", () => [NodeKind], {
      nullable: true,
      description: "Search only these kinds; null or an empty list means all kinds.",
    })
    kinds: NodeKind[] | null,
    @Args(() => SearchArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SearchConnection> {
    const { snapshot, loaders } = context;
    const references = new References(context);
    if (text.length > LONGEST_TEXT) {
      const message = `The search text has ${text.length} characters; the limit is ${LONGEST_TEXT}.`;
      references.bad("text", "OUT_OF_RANGE", message);
    }
    const page = pageAsked(args, info, BY_DEFAULT, references.bad);
    await references.check();
    const list = {
      name: listName("search", text, givenList(kinds)),
      hits: await context.shortSearch(() => snapshot.names.search(text, givenList(kinds))),
      keyOf: ({ rank, employed, id }: Ranked) => [rank, -employed, id],
    };
    return pageOf(list, page, ({ id, score, matchedName }, cursor) => ({
      cursor,
      score,
      matchedName,
      get node() {
        return loaders.existing(id) as Entity;
      },
    }));
  }
}
