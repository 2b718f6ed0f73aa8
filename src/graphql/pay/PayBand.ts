import { Field, Float, ObjectType } from "type-graphql";
import { CurrencyCodeScalar } from "../../model/CurrencyCodeScalar.js";
import { PayClaim } from "../../model/PayClaim.js";
import { PayComponent } from "../../model/PayComponent.js";
import { PayStatistic } from "../../model/PayStatistic.js";

@ObjectType({ description: "A stretch of yearly pay that claims cover without a gap." })
export class PaySpan {
  @Field(() => Float, { description: "Lowest figure, a year." })
  readonly min!: number;

  @Field(() => Float, { description: "Highest figure, a year." })
  readonly max!: number;
}

@ObjectType({
  description:
    "A yearly band of pay in one place, currency, component and statistic: the envelope of the claims in it.",
})
export class PayBand {
  @Field(() => Float, { description: "Lowest figure of the claims, a year." })
  readonly min!: number;

  @Field(() => Float, { description: "Highest figure of the claims, a year." })
  readonly max!: number;

  @Field(() => Boolean, { description: "True where a claim that reaches `max` is open-ended (“X+”)." })
  readonly openEnded!: boolean;

  @Field(() => CurrencyCodeScalar, { description: "Currency of the figures." })
  readonly currency!: string;

  @Field(() => String, {
    nullable: true,
    description: "The place that the claims are for, as `PayClaim.place`; null where they name none.",
  })
  readonly place!: string | null;

  @Field(() => PayComponent, { description: "Which part of pay the claims cover." })
  readonly component!: PayComponent;

  @Field(() => PayStatistic, { description: "The statistic that the claims give." })
  readonly statistic!: PayStatistic;

  @Field(() => [PaySpan], {
    description:
      "What the claims cover, from low to high. Where there are several, no claim reaches what lies between them, although `min` to `max` spans it.",
  })
  readonly spans!: readonly PaySpan[];

  @Field(() => Boolean, {
    description:
      "True where two claims about everyone in the role, in the band's place and currency and of one component, statistic and pair of percentiles, differ in `min` or `max`. They need not be part of the band; the role's `pay` lists both.",
  })
  readonly disputed!: boolean;

  @Field(() => [PayClaim], { description: "The claims that make the band." })
  readonly claims!: readonly PayClaim[];
}
