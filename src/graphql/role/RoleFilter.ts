import { Field, InputType } from "type-graphql";
import { RolePlace } from "../../model/RolePlace.js";

@InputType({ description: "Which roles to list: those that match everything given." })
export class RoleFilter {
  @Field(() => String, { nullable: true, description: "Roles on this track; a track's id, name or alias." })
  readonly track?: string | null;

  @Field(() => RolePlace, { nullable: true, description: "Roles with this place on or off the career ladder." })
  readonly place?: RolePlace | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Roles that need this skill, in whichever dataset it is the same by an EXACT match, or a choice that it satisfies, as PyTorch does “TensorFlow/PyTorch”; a skill's id, name or alias.",
  })
  readonly requires?: string | null;
}
