import { Field, ObjectType } from "type-graphql";
import { Path } from "./Path.js";

@ObjectType({
  description: "The constraints that rule out every path, and a path that would exist without them.",
})
export class WhyNot {
  @Field(() => [String], {
    description:
      "The smallest set of constraints to remove so that a path exists, as argument paths such as `where.avoid[0]` or `where.maxSteps`. If there are several such sets, the first in the order of the arguments.",
  })
  readonly constraints!: readonly string[];

  @Field(() => [String], {
    description:
      "For `minPay`: which roles of `path` fail it and why, one sentence per role. A role may have no pay band, or a band that begins too low. Empty for other constraints.",
  })
  readonly reasons!: readonly string[];

  @Field(() => Path, { description: "The path with the fewest steps that exists without those constraints." })
  readonly path!: Path;
}
