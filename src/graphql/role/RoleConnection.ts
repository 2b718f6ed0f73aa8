import { ObjectType } from "type-graphql";
import { Role } from "../../model/Role.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";

@ObjectType({ description: "A role in a list, with its cursor." })
export class RoleEdge extends edgeType(() => Role, "role") {}

@ObjectType({ description: "A page of roles." })
export class RoleConnection extends connectionType(
  () => Role,
  () => RoleEdge,
  "roles",
) {}
