import { Field, Int, ObjectType } from "type-graphql";
import { Claim } from "./Claim.js";

@ObjectType({
  description: "One claim of how many people work in a role, as its source states it. Nothing is added up.",
  implements: Claim,
})
export class EmploymentClaim extends Claim {
  @Field(() => Int, { description: "How many people, or jobs, the source counts." })
  readonly count!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Where they are counted: an ISO 3166 code of a country or a part of one, such as US or US-CA, else the source's own name for an area; null where the source names none.",
  })
  readonly place!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "ISO 8601 date, month or year of the count, as exact as the source; null where it gives none.",
  })
  readonly asOf!: string | null;
}
