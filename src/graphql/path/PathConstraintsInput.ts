import { Field, Float, InputType, Int } from "type-graphql";
import { Basis } from "../../model/Basis.js";
import { Closeness } from "../../model/Closeness.js";
import { TransitionKind } from "../../model/TransitionKind.js";

@InputType("PathConstraints", {
  description:
    "Constraints on a path. Every constraint given must hold. One that is left out, null or an empty list has no effect.",
})
export class PathConstraintsInput {
  @Field(() => [String], {
    nullable: true,
    description: "Roles that the path must not pass, 100 at most; neither end may be among them.",
  })
  readonly avoid?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Roles that the path must pass, in this order, others may lie between; each once, and neither end.",
  })
  readonly via?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Tracks that the roles between the ends must be on; a role on no track does not pass.",
  })
  readonly tracks?: readonly string[] | null;

  @Field(() => [TransitionKind], { nullable: true, description: "Kinds of transition that steps may be." })
  readonly kinds?: readonly TransitionKind[] | null;

  @Field(() => Basis, {
    nullable: true,
    description: "STATED admits stated transitions only; INFERRED or null admits all.",
  })
  readonly basis?: Basis | null;

  @Field(() => Closeness, {
    nullable: true,
    description:
      "How near the work must be at each step of kind RELATED; one whose closeness is not measured does not pass.",
  })
  readonly minCloseness?: Closeness | null;

  @Field(() => Int, { nullable: true, description: "Steps at most, 0 or more." })
  readonly maxSteps?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Years at most, 0 or more. A step of unknown time counts with its `yearsAssumed`, and as one year where it has none either.",
  })
  readonly maxYears?: number | null;

  @Field(() => Int, { nullable: true, description: "Changes of track at most, 0 or more." })
  readonly maxTrackChanges?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Levels of preparation that one step may rise by at most, 0 or more; binds where both roles have a preparation of one dataset.",
  })
  readonly maxPreparationRise?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "The least that every role after the first pays, a year: its `payBand(place, currency).min`. Takes `currency`. A role without such a band does not pass, as `whyNot` says.",
  })
  readonly minPay?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The currency of `minPay`, as an ISO 4217 code such as USD. Has no effect without `minPay`.",
  })
  readonly currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The place of `minPay`, as `PayClaim.place` writes it, such as US or US-CA. Null leaves it open, as `payBand` does. Has no effect without `minPay`.",
  })
  readonly place?: string | null;
}
