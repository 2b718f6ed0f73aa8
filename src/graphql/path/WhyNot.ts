import { Field, ObjectType } from "type-graphql";
import { Path } from "./Path.js";

@ObjectType({
  description: "What stands in the way where constraints forbid every path, and the path that opens without it.",
})
export class WhyNot {
  @Field(() => [String], {
    description:
      "The smallest set of constraints whose removal opens a path, by argument, such as `where.avoid[0]` or `where.maxSteps`; of several such sets the first in the order of the arguments.",
  })
  readonly constraints!: readonly string[];

  @Field(() => Path, { description: "The path of fewest steps that opens without them." })
  readonly path!: Path;
}
