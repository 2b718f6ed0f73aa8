import { Field, Float, Int, ObjectType } from "type-graphql";
import { Role } from "../../model/Role.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";
import { IgnoredReference } from "../references/IgnoredReference.js";

@ObjectType({
  description:
    "A role that needs skills that the profile has, with its cursor. The figures equal those of `skillGap` for the role without `from`.",
})
export class MatchingRoleEdge extends edgeType(() => Role, "role") {
  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the role's ESSENTIAL skills that the person holds at a sufficient level, 0 to 1; null if no essential skill of the role is known.",
  })
  readonly coverage!: number | null;

  @Field(() => Float, {
    description:
      "Share of all needed skills that are matched, above 0 and up to 1. ESSENTIAL skills weigh 2, USEFUL skills 1.",
  })
  readonly weightedCoverage!: number;

  @Field(() => Int, { description: "Number of needed skills that are matched, 1 or more." })
  readonly matchedCount!: number;

  @Field(() => Int, { description: "Number of needed skills that the person does not hold." })
  readonly missingCount!: number;

  @Field(() => Int, {
    description:
      "Number of needed skills that the person holds at too low a level. They count neither as matched nor as missing.",
  })
  readonly toRaiseCount!: number;
}

@ObjectType({ description: "A page of the roles that match a profile, the best match first." })
export class MatchingRoleConnection extends connectionType(
  () => Role,
  () => MatchingRoleEdge,
  "matching roles",
) {
  @Field(() => [IgnoredReference], {
    description: "References in the profile that were ignored because `ignoreUnknown` is true; otherwise empty.",
  })
  readonly ignored!: readonly IgnoredReference[];
}
