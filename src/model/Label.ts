import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "The name of a role or a skill in another language." })
export class Label {
  @Field(() => String, { description: "The name. It works as a reference, and `search` finds it." })
  readonly text!: string;

  @Field(() => String, { description: "ISO 639-1 code of the language, such as `fr`." })
  readonly language!: string;
}
