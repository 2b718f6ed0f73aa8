import { Field, Int, ObjectType } from "type-graphql";
import { YearSpan } from "./YearSpan.js";

@ObjectType({
  description:
    "What an occupation asks for before one starts in it, such as O*NET's job zone. It is neither experience nor seniority, and it gives no years to steps.",
})
export class Preparation {
  @Field(() => String, { description: "The scale of `level`; levels of different scales do not compare." })
  readonly scale!: string;

  @Field(() => Int, { description: "Level on the scale, from 0 to 15 at most; more preparation is a higher level." })
  readonly level!: number;

  @Field(() => String, { description: "What the scale calls the level." })
  readonly label!: string;

  @Field(() => String, {
    nullable: true,
    description: "The education that the level usually takes, in the source's words; null where it says nothing.",
  })
  readonly education!: string | null;

  @Field(() => YearSpan, {
    nullable: true,
    description: "Years that the preparation takes, training on the job included; null where the source gives none.",
  })
  readonly years!: YearSpan | null;
}
