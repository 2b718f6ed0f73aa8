import { ArgsType, Field } from "type-graphql";
import { ProfileInput } from "../profile/ProfileInput.js";
import { PathConstraintsInput } from "./PathConstraintsInput.js";

/** Arguments of every search for paths. */
@ArgsType()
export class PathSearchArgs {
  @Field(() => String, { description: "The role to start from: id, title or alias." })
  readonly from!: string;

  @Field(() => String, { description: "The role to reach: id, title or alias." })
  readonly to!: string;

  @Field(() => ProfileInput, {
    nullable: true,
    description: "What the person has in addition to the skills of `from`.",
  })
  readonly profile!: ProfileInput | null;

  @Field(() => PathConstraintsInput, { nullable: true, description: "Constraints that every path must meet." })
  readonly where!: PathConstraintsInput | null;
}
