import { Field, Int, ObjectType } from "type-graphql";
import { Claim } from "./Claim.js";

@ObjectType({
  description: "One claim of how many people work in a role, as its source states it. Claims are not added up.",
  implements: Claim,
})
export class EmploymentClaim extends Claim {
  @Field(() => Int, { description: "How many people, or jobs, the source counts." })
  readonly count!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Where the people are counted: the ISO 3166 code of a country or subdivision, such as US or US-CA, or the source's own name for an area; null if the source names none.",
  })
  readonly place!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "ISO 8601 date, month or year of the count, as precise as the source gives it; null if the source gives none.",
  })
  readonly asOf!: string | null;
}
