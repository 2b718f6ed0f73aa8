import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description: "A reference of a profile that names nothing, or several things, and was left out as asked.",
})
export class IgnoredReference {
  @Field(() => String, { description: "Path of the argument, such as `profile.skills[2]`." })
  readonly argument!: string;

  @Field(() => String, { description: "What was given there, shortened where it is long." })
  readonly reference!: string;

  @Field(() => String, { description: "Why it was left out, with what may have been meant." })
  readonly message!: string;
}
