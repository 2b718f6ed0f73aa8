import { Field, Float, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "The years that a dataset declares for steps whose time is unknown. If it declares none, the planner assumes the lower median of the known times of such steps in the dataset.",
})
export class AssumedYears {
  @Field(() => Float, {
    nullable: true,
    description: "For a step up: a PROMOTION, or a step to a role of higher seniority. Null if not declared.",
  })
  readonly rising!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "For any other step, between roles of about the same level. Null if not declared.",
  })
  readonly level!: number | null;

  @Field(() => String, { description: "Why the dataset declares these figures, as text to show." })
  readonly note!: string;
}
