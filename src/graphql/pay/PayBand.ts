import { Field, Float, ObjectType } from "type-graphql";
import { CurrencyCodeScalar } from "../../model/CurrencyCodeScalar.js";
import { PayClaim } from "../../model/PayClaim.js";
import { PayComponent } from "../../model/PayComponent.js";
import { PayStatistic } from "../../model/PayStatistic.js";

@ObjectType({
  description: "A yearly band of pay in one currency, component and statistic: the envelope of the claims in it.",
})
export class PayBand {
  @Field(() => Float, { description: "Lowest figure of the claims, a year." })
  readonly min!: number;

  @Field(() => Float, { description: "Highest figure of the claims, a year." })
  readonly max!: number;

  @Field(() => Boolean, { description: "True where a claim that reaches `max` gives it as no upper end (“X+”)." })
  readonly openEnded!: boolean;

  @Field(() => CurrencyCodeScalar, { description: "Currency of the figures." })
  readonly currency!: string;

  @Field(() => PayComponent, { description: "Which part of pay the claims cover." })
  readonly component!: PayComponent;

  @Field(() => PayStatistic, { description: "What sort of figures the claims are." })
  readonly statistic!: PayStatistic;

  @Field(() => Boolean, {
    description: "True where two claims in the band give different ends; look at `claims` for both.",
  })
  readonly disputed!: boolean;

  @Field(() => [PayClaim], { description: "The claims that make the band." })
  readonly claims!: readonly PayClaim[];
}
