import { Field, ObjectType } from "type-graphql";
import { Role } from "../../model/Role.js";
import { PathOutcome } from "../../paths/answer/PathOutcome.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";
import { Path, PathTotals } from "../path/Path.js";
import { IgnoredReference } from "../references/IgnoredReference.js";

@ObjectType({ description: "A role within reach, with its cursor and the path from or to it." })
export class ReachableRoleEdge extends edgeType(() => Role, "role") {
  @Field(() => PathTotals, {
    description: "Totals of the first path that keeps both bounds: fewest steps, then fewest years.",
  })
  readonly totals!: PathTotals;

  @Field(() => Path, { description: "That path." })
  readonly path!: Path;
}

@ObjectType({ description: "A page of the roles within reach, the nearest first." })
export class ReachableRoleConnection extends connectionType(
  () => Role,
  () => ReachableRoleEdge,
  "roles within reach",
) {
  @Field(() => PathOutcome, {
    description:
      "FOUND; NO_PATH where no role is within reach; LIMIT_REACHED where the search ended by its budget, and the list holds the nearest.",
  })
  readonly outcome!: PathOutcome;

  @Field(() => [IgnoredReference], {
    description: "References of the profile that were left out, where `ignoreUnknown` asks for that; else empty.",
  })
  readonly ignored!: readonly IgnoredReference[];
}
