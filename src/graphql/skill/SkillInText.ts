import { Field, Int, ObjectType } from "type-graphql";
import { Skill } from "../../model/Skill.js";

@ObjectType({
  description: "A skill that a text names, at one place. A value without id: it stands for a piece of the text.",
})
export class SkillInText {
  @Field(() => String, { description: "The name as it stands in the text." })
  readonly text!: string;

  @Field(() => Int, {
    description: "Where the name begins in the text, in UTF-16 code units as JavaScript counts, from 0.",
  })
  readonly start!: number;

  @Field(() => Int, { description: "Where the name ends, exclusive: `text.slice(start, end)` is the name." })
  readonly end!: number;

  @Field(() => Skill, { description: "The skill that has this name." })
  readonly skill!: Skill;
}
