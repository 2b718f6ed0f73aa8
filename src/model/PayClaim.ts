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
      "Lower end, or the single figure, in `currency` per `period`; null if the source gives only an upper end.",
  })
  readonly min!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Upper end; equal to `min` for a single figure, null for FLOOR (“over X”).",
  })
  readonly max!: number | null;

  @Field(() => Boolean, { description: "True for “X+”: the source says that pay can exceed `max`." })
  readonly openEnded!: boolean;

  @Field(() => CurrencyCodeScalar, { description: "Currency of the figures." })
  readonly currency!: string;

  @Field(() => PayPeriod, { description: "The time that the figure is for." })
  readonly period!: PayPeriod;

  @Field(() => PayComponent, { description: "Which part of pay the figure covers." })
  readonly component!: PayComponent;

  @Field(() => PayStatistic, { description: "The kind of statistic." })
  readonly statistic!: PayStatistic;

  @Field(() => String, {
    nullable: true,
    description:
      "The place that the figure is for: the ISO 3166 code of a country or subdivision, such as US or US-CA, or the source's own name for an area; null if the source names none. Claims for different places never contradict each other.",
  })
  readonly place!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "For PERCENTILE_RANGE, the percentage of people in the role who earn less than `min`, such as 25; otherwise null.",
  })
  readonly lowerPercentile!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "For PERCENTILE_RANGE, the percentage of people in the role who earn less than `max`, such as 75; otherwise null.",
  })
  readonly upperPercentile!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "ISO 8601 date, month or year of the figure, as precise as the source gives it; null if the source gives none.",
  })
  readonly asOf!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The people whom the figure is about if it is not everyone in the role, such as “less than one year of experience”; null if it is about everyone. Such a claim is not part of any pay band.",
  })
  readonly otherPopulation!: string | null;
}
