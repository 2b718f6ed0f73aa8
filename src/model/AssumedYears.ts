import { Field, Float, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "The years that a dataset declares for steps of unknown time. Where it declares none, the lower median of its known steps of that sort is assumed.",
})
export class AssumedYears {
  @Field(() => Float, {
    nullable: true,
    description: "For a step up: a PROMOTION, or one to a role of higher seniority. Null where none is declared.",
  })
  readonly rising!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "For any other step, at about the same level. Null where none is declared.",
  })
  readonly level!: number | null;

  @Field(() => String, { description: "Why these figures, for a reader." })
  readonly note!: string;
}
