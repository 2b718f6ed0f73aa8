import { Field, ObjectType } from "type-graphql";
import { ErrorCode } from "../errors/ErrorCode.js";

@ObjectType({
  description: "A reference of a profile that names nothing, or several things, and was left out as asked.",
})
export class IgnoredReference {
  @Field(() => String, { description: "Path of the argument, such as `profile.skills[2]`." })
  readonly argument!: string;

  @Field(() => String, { description: "What was given there, shortened where it is long." })
  readonly reference!: string;

  @Field(() => ErrorCode, {
    description: "The code that it would have as an error: ROLE_NOT_FOUND, AMBIGUOUS_SKILL, …",
  })
  readonly code!: ErrorCode;

  /** Behind the field `suggestions`. */
  readonly suggested!: readonly { readonly id: string; readonly name: string }[];

  @Field(() => String, { description: "Why it was left out, with what may have been meant." })
  readonly message!: string;
}
