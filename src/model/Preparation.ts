import { Field, Int, ObjectType } from "type-graphql";
import { YearSpan } from "./YearSpan.js";

@ObjectType({
  description:
    "What an occupation requires before a person starts in it, such as O*NET's job zone. It is neither experience nor seniority, and it does not affect the years of steps.",
})
export class Preparation {
  @Field(() => String, { description: "The scale of `level`. Levels on different scales cannot be compared." })
  readonly scale!: string;

  @Field(() => Int, { description: "Level on the scale, within 0 to 15. A higher level means more preparation." })
  readonly level!: number;

  @Field(() => String, { description: "The name of the level on the scale." })
  readonly label!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The education that the level usually requires, in the source's words; null if the source says nothing.",
  })
  readonly education!: string | null;

  @Field(() => YearSpan, {
    nullable: true,
    description: "Years that the preparation takes, including training on the job; null if the source gives none.",
  })
  readonly years!: YearSpan | null;
}
