import { Field, Float, ObjectType } from "type-graphql";

@ObjectType({ description: "A span of years of experience." })
export class YearSpan {
  @Field(() => Float, { description: "First year of the span, counted from the start of the career." })
  readonly from!: number;

  @Field(() => Float, { nullable: true, description: "Last year of the span; null means open." })
  readonly to!: number | null;
}
