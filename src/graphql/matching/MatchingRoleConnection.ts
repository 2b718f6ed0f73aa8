import { Field, Float, Int, ObjectType } from "type-graphql";
import { Role } from "../../model/Role.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";
import { IgnoredReference } from "../references/IgnoredReference.js";

@ObjectType({
  description:
    "A role that needs skills which the profile has, with its cursor; the figures are those of `skillGap` for the role without `from`.",
})
export class MatchingRoleEdge extends edgeType(() => Role, "role") {
  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the ESSENTIAL skills that are matched, at a level that is high enough, 0 to 1; null where no essential skill of the role is known.",
  })
  readonly coverage!: number | null;

  @Field(() => Float, {
    description:
      "Share of all needed skills that are matched, ESSENTIAL ones weighing 2 and USEFUL ones 1, above 0 and up to 1.",
  })
  readonly weightedCoverage!: number;

  @Field(() => Int, { description: "Needed skills that are matched, 1 or more." })
  readonly matchedCount!: number;

  @Field(() => Int, { description: "Needed skills that would have to be learned anew." })
  readonly missingCount!: number;

  @Field(() => Int, {
    description: "Needed skills held at too low a level; they count neither as matched nor as missing.",
  })
  readonly toRaiseCount!: number;
}

@ObjectType({ description: "A page of the roles that match a profile, the best match first." })
export class MatchingRoleConnection extends connectionType(
  () => Role,
  () => MatchingRoleEdge,
  "roles that match",
) {
  @Field(() => [IgnoredReference], {
    description: "References of the profile that were left out, where `ignoreUnknown` asks for that; else empty.",
  })
  readonly ignored!: readonly IgnoredReference[];
}
