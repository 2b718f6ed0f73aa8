import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { Node } from "../../model/Node.js";
import type { Context } from "../Context.js";
import { BadUserInputError } from "../errors/InputError.js";

const MOST_IDS = 100;

/** Nodes by global id, as Relay requires. */
@Resolver()
export class NodeQueries {
  @Query(() => Node, { nullable: true, description: "The node with a global id; null if it does not exist." })
  node(
    @Arg("id", () => ID, { description: "A global id, such as `role:staff-ml-engineer`." }) id: string,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.node(id);
  }

  @Query(() => [Node], {
    nullable: "itemsAndList",
    description:
      "The nodes with the given global ids, in the order of the ids, with null for each id that does not exist. The list itself is null only if there is an error.",
  })
  async nodes(
    @Arg("ids", () => [ID], { description: `Global ids, at most ${MOST_IDS}.` }) ids: string[],
    @Ctx() { loaders }: Context,
  ) {
    if (ids.length > MOST_IDS) {
      throw new BadUserInputError(
        "ids",
        "OUT_OF_RANGE",
        `The list has ${ids.length} ids; the limit is ${MOST_IDS}. Send several requests.`,
      );
    }
    return Promise.all(ids.map((id) => loaders.node(id)));
  }
}
