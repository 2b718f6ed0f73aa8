import { Field, ObjectType } from "type-graphql";
import { ErrorCode } from "../errors/ErrorCode.js";

@ObjectType({
  description: "A reference in a profile that was ignored because it names nothing or several things.",
})
export class IgnoredReference {
  @Field(() => String, { description: "Path of the argument, such as `profile.skills[2]`." })
  readonly argument!: string;

  @Field(() => String, { description: "The reference as given, shortened if it is long." })
  readonly reference!: string;

  @Field(() => ErrorCode, {
    description: "The code that the error would have: ROLE_NOT_FOUND, AMBIGUOUS_SKILL, …",
  })
  readonly code!: ErrorCode;

  /** Source of the field `suggestions`. */
  readonly suggested!: readonly { readonly id: string; readonly name: string }[];

  @Field(() => String, { description: "Why the reference was ignored, with suggestions." })
  readonly message!: string;
}
