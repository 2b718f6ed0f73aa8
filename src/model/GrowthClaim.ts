import { Field, Float, Int, ObjectType } from "type-graphql";
import { Claim } from "./Claim.js";

@ObjectType({ description: "One claim of growth in employment, as its source states it.", implements: Claim })
export class GrowthClaim extends Claim {
  @Field(() => Float, { description: "Growth over the whole period, in percent." })
  readonly percent!: number;

  @Field(() => Boolean, { description: "True for “over X %”: the figure is a lower bound." })
  readonly atLeast!: boolean;

  @Field(() => Int, { nullable: true, description: "First year of the period; null if the source gives none." })
  readonly fromYear!: number | null;

  @Field(() => Int, { nullable: true, description: "Last year of the period; null if the source gives none." })
  readonly toYear!: number | null;

  @Field(() => String, { description: "The people counted, such as “data scientists in the United States”." })
  readonly population!: string;
}
