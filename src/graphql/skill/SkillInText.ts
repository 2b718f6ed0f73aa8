import { Field, Int, ObjectType } from "type-graphql";
import { Skill } from "../../model/Skill.js";

@ObjectType({
  description: "A skill that a text names at one position. It has no id, because it represents a part of the text.",
})
export class SkillInText {
  @Field(() => String, { description: "The name as written in the text." })
  readonly text!: string;

  @Field(() => Int, {
    description: "Where the name begins in the text, counted from 0 in UTF-16 code units, as in JavaScript.",
  })
  readonly start!: number;

  @Field(() => Int, { description: "Where the name ends (exclusive), so that `text.slice(start, end)` is the name." })
  readonly end!: number;

  @Field(() => Skill, { description: "The skill that has this name." })
  readonly skill!: Skill;
}
