import { Field, Float, InputType } from "type-graphql";
import { LONGEST_TEXT } from "../search/LONGEST_TEXT.js";
import { RolePlace } from "../../model/RolePlace.js";

import { LevelRange } from "./LevelRange.js";

@InputType({
  description: "Which roles to list. A role must meet every given condition. An empty list has no effect.",
})
export class RoleFilter {
  @Field(() => String, { nullable: true, description: "Only roles on this track: its id, name or alias." })
  readonly track?: string | null;

  @Field(() => RolePlace, { nullable: true, description: "Only roles with this place on or off the career ladder." })
  readonly place?: RolePlace | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only roles that need this skill: its id, name or alias. Roles that need an EXACT match of it in another dataset count too, and so do roles that need a choice that it satisfies, as PyTorch satisfies “TensorFlow/PyTorch”.",
  })
  readonly requires?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Only roles that need all of these skills, each as in `requires`; at most 100.",
  })
  readonly requiresAll?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Only roles that need at least one of these skills, each as in `requires`; at most 100.",
  })
  readonly requiresAny?: readonly string[] | null;

  @Field(() => LevelRange, {
    nullable: true,
    description: "Only roles whose `seniority` is in this range. Roles without a seniority are excluded.",
  })
  readonly seniority?: LevelRange | null;

  @Field(() => LevelRange, {
    nullable: true,
    description:
      "Only roles whose `preparation.level` is in this range, each on the scale of its own dataset. Roles without a preparation are excluded.",
  })
  readonly preparation?: LevelRange | null;

  @Field(() => String, {
    nullable: true,
    description: "Only roles from this dataset: its id, with or without `dataset:`, or its name.",
  })
  readonly dataset?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Only these roles: ids, titles or aliases, at most 100. An empty list means all roles.",
  })
  readonly ids?: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: `Only roles that \`search\` finds for this text, at most ${LONGEST_TEXT} characters. A blank text means all roles.`,
  })
  readonly text?: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Minimum yearly pay, compared with each role's `payBand(place, currency).min`. Requires `currency`. Roles without such a band are excluded.",
  })
  readonly minPay?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The currency for `minPay` and for the order PAY of `roles`, as an ISO 4217 code such as USD. Has no effect on another order; in `matchingRoles`, requires `minPay`.",
  })
  readonly currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The place for `minPay` and for the order PAY of `roles`, in the form of `PayClaim.place`, such as US or US-CA. Null lets the service choose the place, as in `payBand`. Has no effect on another order; in `matchingRoles`, requires `minPay`.",
  })
  readonly payPlace?: string | null;
}
