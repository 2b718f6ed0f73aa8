import { Field, ObjectType } from "type-graphql";
import { Role } from "../../model/Role.js";
import { Transition } from "../../model/Transition.js";
import type { SkillToRaise as FoundSkillToRaise } from "../../paths/query/HeldLevel.js";
import { IgnoredReference } from "../references/IgnoredReference.js";

@ObjectType({
  description:
    "A role that leaves the ladder, with what to learn for it. It has no id, because it depends on the profile.",
})
export class AlternativePath {
  @Field(() => Role, { description: "The alternative role." })
  readonly role!: Role;

  @Field(() => [Transition], {
    description: "The transitions that lead to the role: those from `from`, or from any role if `from` was not given.",
  })
  readonly departsFrom!: readonly Transition[];

  /** Ids behind the field `skillsToLearn`. */
  readonly skillIdsToLearn!: readonly string[];

  /** Source of the field `skillsToRaise`. */
  readonly toRaise!: readonly FoundSkillToRaise[];

  @Field(() => [IgnoredReference], {
    description: "References in the profile that were ignored because `ignoreUnknown` is true; otherwise empty.",
  })
  readonly ignored!: readonly IgnoredReference[];
}
