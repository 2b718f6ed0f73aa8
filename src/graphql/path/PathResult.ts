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

  /** What was asked, behind the field `whyNot`. */
  readonly query!: Omit<PathQuery, "objective" | "limit">;

  @Field(() => PathOutcome, { description: "How the search ended." })
  readonly outcome!: PathOutcome;

  @Field(() => Boolean, {
    description: "True where the first path is proven best; for `tradeoffs`, where the set is proven complete.",
  })
  readonly optimal!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      "The least that the best path could cost in the unit of the objective: steps, years or skills to learn. It equals the first path's figure where `optimal` is true; otherwise the difference is how much better an unfound path could be. Null for `tradeoffs`, and where `outcome` is NO_PATH.",
  })
  readonly lowerBound!: number | null;

  @Field(() => NoPathReason, { nullable: true, description: "Why there is no path; null unless `outcome` is NO_PATH." })
  readonly noPathReason!: NoPathReason | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The greatest number of steps that this search allowed: as asked, or as the objective limits it; null means no limit.",
  })
  readonly maxSteps!: number | null;

  @Field(() => [Path], { description: "The paths found, best first; empty with NO_PATH." })
  readonly paths!: readonly Path[];

  @Field(() => [IgnoredReference], {
    description: "References of the profile that were left out, where `ignoreUnknown` asks for that; else empty.",
  })
  readonly ignored!: readonly IgnoredReference[];
}
