import { Field, Float, ObjectType } from "type-graphql";
import { CurrencyCodeScalar } from "../../model/CurrencyCodeScalar.js";
import { PayClaim } from "../../model/PayClaim.js";
import { PayComponent } from "../../model/PayComponent.js";
import { PayStatistic } from "../../model/PayStatistic.js";

@ObjectType({ description: "A range of yearly pay that claims cover without a gap." })
export class PaySpan {
  @Field(() => Float, { description: "Lowest figure, per year." })
  readonly min!: number;

  @Field(() => Float, { description: "Highest figure, per year." })
  readonly max!: number;
}

@ObjectType({
  description:
    "A band of yearly pay for one place, currency, component and statistic. It spans all claims that are part of it.",
})
export class PayBand {
  @Field(() => Float, { description: "Lowest figure of the claims, per year." })
  readonly min!: number;

  @Field(() => Float, { description: "Highest figure of the claims, per year." })
  readonly max!: number;

  @Field(() => Boolean, { description: "True if a claim that reaches `max` is open-ended (“X+”)." })
  readonly openEnded!: boolean;

  @Field(() => CurrencyCodeScalar, { description: "Currency of the figures." })
  readonly currency!: string;

  @Field(() => String, {
    nullable: true,
    description: "The place of the claims, in the form of `PayClaim.place`; null if they name none.",
  })
  readonly place!: string | null;

  @Field(() => PayComponent, { description: "Which part of pay the claims cover." })
  readonly component!: PayComponent;

  @Field(() => PayStatistic, { description: "The statistic that the claims give." })
  readonly statistic!: PayStatistic;

  @Field(() => [PaySpan], {
    description:
      "The ranges that the claims cover, from low to high. If there are several, no claim covers the gaps between them, although the gaps lie between `min` and `max`.",
  })
  readonly spans!: readonly PaySpan[];

  @Field(() => Boolean, {
    description:
      "True if two claims contradict each other: both are about everyone in the role, for the band's place and currency, of the same component, statistic and percentiles, and they differ in `min` or `max`. They need not be part of the band; the role's `pay` lists both.",
  })
  readonly disputed!: boolean;

  @Field(() => [PayClaim], { description: "The claims that make the band." })
  readonly claims!: readonly PayClaim[];
}
