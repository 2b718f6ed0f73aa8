import { Field, Float, Int, ObjectType } from "type-graphql";
import { NoPathReason } from "../../paths/answer/NoPathReason.js";
import { PathOutcome } from "../../paths/answer/PathOutcome.js";
import type { PathQuery } from "../../paths/query/PathQuery.js";
import { Path } from "./Path.js";
import { IgnoredReference } from "../references/IgnoredReference.js";

@ObjectType({ description: "What a search for paths found, and how it ended." })
export class PathResult {
  /** Ids behind the fields `from` and `to`. */
  readonly fromId!: string;
  readonly toId!: string;

  /** The query, as source of the field `whyNot`. */
  readonly query!: Omit<PathQuery, "objective" | "limit">;

  @Field(() => PathOutcome, { description: "How the search ended." })
  readonly outcome!: PathOutcome;

  @Field(() => Boolean, {
    description: "True if the first path is proven best; for `tradeoffs`, if the set is proven complete.",
  })
  readonly optimal!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      "A lower bound for the best path, in the unit of the objective: steps, years or skills to learn. If `optimal` is true, it equals the first path's figure; otherwise, the difference is how much better a path that was not found could be. Null for `tradeoffs` and if `outcome` is NO_PATH.",
  })
  readonly lowerBound!: number | null;

  @Field(() => NoPathReason, { nullable: true, description: "Why there is no path; null unless `outcome` is NO_PATH." })
  readonly noPathReason!: NoPathReason | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The maximum number of steps in this search, as requested or as limited by the objective; null means no limit.",
  })
  readonly maxSteps!: number | null;

  @Field(() => [Path], { description: "The paths found, best first; empty if `outcome` is NO_PATH." })
  readonly paths!: readonly Path[];

  @Field(() => [IgnoredReference], {
    description: "References in the profile that were ignored because `ignoreUnknown` is true; otherwise empty.",
  })
  readonly ignored!: readonly IgnoredReference[];
}
