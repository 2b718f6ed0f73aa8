import { Field, ObjectType } from "type-graphql";
import { PayBand } from "./PayBand.js";

@ObjectType({ description: "Pay in the first and the last role of a path." })
export class PayChange {
  @Field(() => PayBand, { description: "Pay band of the first role." })
  readonly from!: PayBand;

  @Field(() => PayBand, { description: "Pay band of the last role." })
  readonly to!: PayBand;

  @Field(() => Boolean, {
    description:
      "True if place, currency, component and statistic are the same in both bands, so that the difference is meaningful.",
  })
  readonly comparable!: boolean;
}
