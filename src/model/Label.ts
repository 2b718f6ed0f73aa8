import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "The name of a role or a skill in another language than its title or name." })
export class Label {
  @Field(() => String, { description: "The name; it works as a reference, and search finds it." })
  readonly text!: string;

  @Field(() => String, { description: "ISO 639-1 code of the language, such as `fr`." })
  readonly language!: string;
}
