import { Field, ObjectType } from "type-graphql";
import { Path } from "./Path.js";

@ObjectType({
  description: "The constraints that rule out every path, and a path that exists without them.",
})
export class WhyNot {
  @Field(() => [String], {
    description:
      "The smallest set of constraints without which a path exists, by argument, such as `where.avoid[0]` or `where.maxSteps`; of several such sets the first in the order of the arguments.",
  })
  readonly constraints!: readonly string[];

  @Field(() => [String], {
    description:
      "Which roles of `path` fail those constraints and why, a sentence each, for `minPay`: a role may have no pay band, or one that begins too low. Empty where `constraints` says enough.",
  })
  readonly reasons!: readonly string[];

  @Field(() => Path, { description: "The path of fewest steps that exists without them." })
  readonly path!: Path;
}
