import { Field, ObjectType } from "type-graphql";
import { PayBand } from "./PayBand.js";

@ObjectType({ description: "Pay at both ends of a path." })
export class PayChange {
  @Field(() => PayBand, { description: "Pay band of the first role." })
  readonly from!: PayBand;

  @Field(() => PayBand, { description: "Pay band of the last role." })
  readonly to!: PayBand;

  @Field(() => Boolean, {
    description: "True where place, currency, component and statistic agree, so that the difference means something.",
  })
  readonly comparable!: boolean;
}
