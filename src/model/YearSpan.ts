import { Field, Float, ObjectType } from "type-graphql";

@ObjectType({ description: "A span of years." })
export class YearSpan {
  @Field(() => Float, {
    description: "Start of the span, in years. For a phase, counted from the start of the career.",
  })
  readonly from!: number;

  @Field(() => Float, { nullable: true, description: "End of the span, in years; null means no upper limit." })
  readonly to!: number | null;
}
