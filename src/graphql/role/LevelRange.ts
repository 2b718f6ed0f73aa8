import { Field, InputType, Int } from "type-graphql";

@InputType({ description: "A range of levels, both ends included." })
export class LevelRange {
  @Field(() => Int, { nullable: true, description: "The lowest level; null means no lower bound." })
  readonly from?: number | null;

  @Field(() => Int, { nullable: true, description: "The highest level; null means no upper bound." })
  readonly to?: number | null;
}
