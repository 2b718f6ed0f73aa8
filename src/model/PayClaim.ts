import { Field, Float, ObjectType } from "type-graphql";
import { Claim } from "./Claim.js";
import { CurrencyCodeScalar } from "./CurrencyCodeScalar.js";
import { PayComponent } from "./PayComponent.js";
import { PayPeriod } from "./PayPeriod.js";
import { PayStatistic } from "./PayStatistic.js";

@ObjectType({
  description:
    "One claim of pay, as its source states it. Contradicting claims are listed side by side; nothing is averaged.",
  implements: Claim,
})
export class PayClaim extends Claim {
  @Field(() => Float, {
    nullable: true,
    description:
      "Lower end, or the figure itself, in `currency` for `period`; null where the source gives only an upper end.",
  })
  readonly min!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Upper end; equal to `min` for a single figure, null with FLOOR (“over X”).",
  })
  readonly max!: number | null;

  @Field(() => Boolean, { description: "True for “X+”: the source says that pay goes beyond `max`." })
  readonly openEnded!: boolean;

  @Field(() => CurrencyCodeScalar, { description: "Currency of the figures." })
  readonly currency!: string;

  @Field(() => PayPeriod, { description: "The time that the figure is for." })
  readonly period!: PayPeriod;

  @Field(() => PayComponent, { description: "Which part of pay it covers." })
  readonly component!: PayComponent;

  @Field(() => PayStatistic, { description: "The statistic that the figure is." })
  readonly statistic!: PayStatistic;

  @Field(() => String, {
    nullable: true,
    description:
      "Where the figure is paid: an ISO 3166 code of a country or a part of one, such as US or US-CA, else the source's own name for an area; null where the source names none. Claims for different places never contradict each other.",
  })
  readonly place!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "With PERCENTILE_RANGE, how many per cent of the people in the role earn less than `min`, such as 25; else null.",
  })
  readonly lowerPercentile!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "With PERCENTILE_RANGE, how many per cent of the people in the role earn less than `max`, such as 75; else null.",
  })
  readonly upperPercentile!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "ISO 8601 date, month or year that the figure is of, as exact as the source; null where it gives none.",
  })
  readonly asOf!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Whom the figure is about, where it is not everyone in the role, such as “less than one year of experience”; null where it is about everyone. Such a claim enters no pay band.",
  })
  readonly otherPopulation!: string | null;
}
