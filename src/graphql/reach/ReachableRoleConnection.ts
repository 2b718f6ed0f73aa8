import { Field, ObjectType } from "type-graphql";
import { Role } from "../../model/Role.js";
import { PathOutcome } from "../../paths/answer/PathOutcome.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";
import { Path, PathTotals } from "../path/Path.js";
import { IgnoredReference } from "../references/IgnoredReference.js";

@ObjectType({ description: "A reachable role, with its cursor and the path from or to it." })
export class ReachableRoleEdge extends edgeType(() => Role, "role") {
  @Field(() => PathTotals, {
    description: "Totals of `path`.",
  })
  readonly totals!: PathTotals;

  @Field(() => Path, { description: "The first path within both limits: fewest steps, then fewest years." })
  readonly path!: Path;
}

@ObjectType({ description: "A page of reachable roles, the nearest first." })
export class ReachableRoleConnection extends connectionType(
  () => Role,
  () => ReachableRoleEdge,
  "reachable roles",
) {
  @Field(() => PathOutcome, {
    description:
      "FOUND; NO_PATH if no role can be reached; LIMIT_REACHED if the search used up its budget, and the list contains only the nearest roles.",
  })
  readonly outcome!: PathOutcome;

  @Field(() => [IgnoredReference], {
    description: "References in the profile that were ignored because `ignoreUnknown` is true; otherwise empty.",
  })
  readonly ignored!: readonly IgnoredReference[];
}
