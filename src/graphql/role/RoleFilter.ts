import { Field, Float, InputType } from "type-graphql";
import { LONGEST_TEXT } from "../search/LONGEST_TEXT.js";
import { RolePlace } from "../../model/RolePlace.js";

import { LevelRange } from "./LevelRange.js";

@InputType({
  description: "Which roles to list: those that match everything given. An empty list is the same as none.",
})
export class RoleFilter {
  @Field(() => String, { nullable: true, description: "Roles on this track; a track's id, name or alias." })
  readonly track?: string | null;

  @Field(() => RolePlace, { nullable: true, description: "Roles with this place on or off the career ladder." })
  readonly place?: RolePlace | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Roles that need this skill, in whichever dataset it is the same by an EXACT match, or a choice that it satisfies, as PyTorch does “TensorFlow/PyTorch”; a skill's id, name or alias.",
  })
  readonly requires?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Roles that need every one of these skills, each as under `requires`; 100 at most.",
  })
  readonly requiresAll?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Roles that need at least one of these skills, each as under `requires`; 100 at most.",
  })
  readonly requiresAny?: readonly string[] | null;

  @Field(() => LevelRange, {
    nullable: true,
    description: "Roles whose `seniority` lies in this range; a role that has none does not.",
  })
  readonly seniority?: LevelRange | null;

  @Field(() => LevelRange, {
    nullable: true,
    description:
      "Roles whose `preparation.level` lies in this range, each on the scale of its own dataset; a role that has none does not.",
  })
  readonly preparation?: LevelRange | null;

  @Field(() => String, {
    nullable: true,
    description: "Roles that come from this dataset; its id, with or without `dataset:`, or its name.",
  })
  readonly dataset?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Only these roles; ids, titles or aliases, 100 at most. An empty list means all roles.",
  })
  readonly ids?: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: `Roles that \`search\` finds by this text, ${LONGEST_TEXT} characters at most; a blank text means all roles.`,
  })
  readonly text?: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Roles that pay at least so much a year: their `payBand(place, currency).min`. Takes `currency`; a role without such a band does not pass.",
  })
  readonly minPay?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The currency of `minPay` and of the order PAY, as an ISO 4217 code such as USD.",
  })
  readonly currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The place of `minPay` and of the order PAY, as `PayClaim.place` writes it, such as US or US-CA. Null leaves it open, as `payBand` does.",
  })
  readonly payPlace?: string | null;
}
