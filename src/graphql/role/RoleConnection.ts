import { ObjectType } from "type-graphql";
import { Role } from "../../model/Role.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";

@ObjectType({ description: "A role in a list, with its cursor.", simpleResolvers: true })
export class RoleEdge extends edgeType(() => Role, "role") {}

@ObjectType({ description: "A page of roles.", simpleResolvers: true })
export class RoleConnection extends connectionType(
  () => Role,
  () => RoleEdge,
  "roles",
) {}
