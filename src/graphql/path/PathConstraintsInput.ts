import { Field, Float, InputType, Int } from "type-graphql";
import { Basis } from "../../model/Basis.js";
import { Closeness } from "../../model/Closeness.js";
import { TransitionKind } from "../../model/TransitionKind.js";

@InputType("PathConstraints", {
  description:
    "Constraints on a path. Every given constraint must hold. A constraint that is omitted, null or an empty list has no effect.",
})
export class PathConstraintsInput {
  @Field(() => [String], {
    nullable: true,
    description:
      "Roles that the path must not pass through, at most 100. Neither end may be among them. A role means all its records that EXACT matches join.",
  })
  readonly avoid?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Roles that the path must pass through, in this order. Other roles may lie between them. Each may be listed once; neither end may be among them. A role means all its records that EXACT matches join: passing through any of them is enough.",
  })
  readonly via?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Tracks that the roles between the ends must be on. A role on no track is excluded.",
  })
  readonly tracks?: readonly string[] | null;

  @Field(() => [TransitionKind], { nullable: true, description: "Kinds of transition that the steps may have." })
  readonly kinds?: readonly TransitionKind[] | null;

  @Field(() => Basis, {
    nullable: true,
    description: "STATED allows only stated transitions; INFERRED or null allows all.",
  })
  readonly basis?: Basis | null;

  @Field(() => Closeness, {
    nullable: true,
    description:
      "How close the work must be at each step of kind RELATED. A step whose closeness is not measured is excluded.",
  })
  readonly minCloseness?: Closeness | null;

  @Field(() => Int, { nullable: true, description: "Maximum number of steps, 0 or more." })
  readonly maxSteps?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Maximum number of years, 0 or more, rounded to whole months. A step whose time is unknown counts with its `yearsAssumed`, or as one year if that is null too.",
  })
  readonly maxYears?: number | null;

  @Field(() => Int, { nullable: true, description: "Maximum number of track changes, 0 or more." })
  readonly maxTrackChanges?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Maximum number of preparation levels that one step may rise, 0 or more. Applies to steps whose two roles both have a preparation from the same dataset.",
  })
  readonly maxPreparationRise?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Minimum yearly pay of every role after the first, compared with its `payBand(place, currency).min`. Requires `currency`. A role without such a band is excluded, and `whyNot` says so.",
  })
  readonly minPay?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The currency of `minPay`, as an ISO 4217 code such as USD. Requires `minPay`.",
  })
  readonly currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The place of `minPay`, in the form of `PayClaim.place`, such as US or US-CA. Null lets the service choose the place, as in `payBand`. Requires `minPay`.",
  })
  readonly place?: string | null;
}
