import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Citation } from "../../model/Citation.js";
import { isIdForm, transitionId } from "../../model/EntityId.js";
import { NodeKind } from "../../model/NodeKind.js";
import { Relation } from "../../model/Relation.js";
import { RelationKind } from "../../model/RelationKind.js";
import { Transition } from "../../model/Transition.js";
import { givenList } from "../givenList.js";
import type { Context } from "../Context.js";
import { BadUserInputError, badInput, InputError, type InputProblem } from "../errors/InputError.js";
import { shown } from "../errors/wording.js";
import { MOST_NODES } from "../limits/mostItems.js";
import { Neighborhood } from "./Neighborhood.js";

const DEPTH = { default: 1, most: 3 };
const LIMIT = { default: 100, most: MOST_NODES };

/** The graph around a node. */
@Resolver()
export class NeighborhoodQueries {
  @Query(() => Neighborhood, {
    nullable: true,
    description:
      "The nodes and relations around a node. Relations are followed in both directions. Null only if there is an error: BAD_USER_INPUT for an id that does not exist or an argument out of range.",
  })
  async neighborhood(
    @Arg("id", () => ID, { description: "Global id of the node to start from." }) id: string,
    @Arg("depth", () => Int, {
      nullable: true,
      defaultValue: DEPTH.default,
      description: "Maximum distance from the root, in relations, 1 to 3; null means 1.",
    })
    depth: number | null,
    @Arg("kinds", () => [NodeKind], {
      nullable: true,
      description:
        "Kinds of node to return. The search does not pass through nodes of other kinds. Null or an empty list means all kinds except claims, statements and sources.",
    })
    kinds: NodeKind[] | null,
    @Arg("relations", () => [RelationKind], {
      nullable: true,
      description: "Kinds of relation to follow and to return. Null or an empty list means all.",
    })
    relations: RelationKind[] | null,
    @Arg("limit", () => Int, {
      nullable: true,
      defaultValue: LIMIT.default,
      description: "Maximum number of nodes to return, including the root, 1 to 500; null means 100.",
    })
    limit: number | null,
    @Ctx() context: Context,
  ): Promise<Neighborhood> {
    const query = {
      id,
      depth: depth ?? DEPTH.default,
      kinds: givenList(kinds),
      relations: givenList(relations),
      limit: limit ?? LIMIT.default,
    };
    const problems: InputProblem[] = [
      ...outside("depth", query.depth, DEPTH.most),
      ...outside("limit", query.limit, LIMIT.most),
    ];
    if (!isIdForm(id)) {
      const message = `“${shown(id)}” is not an id. Give an id such as role:staff-ml-engineer. \`search\` finds the ids of nodes by name.`;
      problems.push(badInput("id", "UNKNOWN_ID", message));
    }
    if (problems.length > 0) throw new InputError(problems);
    const found = await context.inTurn(() => context.loaders.read((reader) => reader.neighborhood(query)));
    if (found === null) {
      throw new BadUserInputError(
        "id",
        "UNKNOWN_ID",
        "There is no node with this id. Take ids from `search`, `role` or `skill`.",
      );
    }
    // Finding a node or relation takes as long as resolving a few fields, even if none is selected.
    context.work.charge(2 * (found.nodes.length + found.edges.length));
    return found;
  }
}

/** The sources of a relation. */
@Resolver(() => Relation)
export class RelationResolver {
  @FieldResolver(() => [Citation], {
    description: "Who says so; empty for ON_TRACK and CITES, because the citations of the node itself cover them.",
  })
  citations(@Root() relation: Relation): readonly Citation[] {
    return relation.citations;
  }

  @FieldResolver(() => Transition, {
    nullable: true,
    description: "The transition that a LEADS_TO relation shows; null for other kinds.",
  })
  transition(@Root() relation: Relation, @Ctx() { loaders }: Context) {
    return relation.type === "LEADS_TO" ? loaders.existing<Transition>(transitionId(relation.from, relation.to)) : null;
  }
}

function outside(argument: string, value: number, most: number): InputProblem[] {
  if (value >= 1 && value <= most) return [];
  return [badInput(argument, "OUT_OF_RANGE", `\`${argument}\` is ${value}; it takes 1 to ${most}.`)];
}
