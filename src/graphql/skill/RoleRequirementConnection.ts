import { ObjectType } from "type-graphql";
import { SkillRequirement } from "../../model/SkillRequirement.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";

@ObjectType({ description: "A role's need of a skill in a list, with its cursor." })
export class RoleRequirementEdge extends edgeType(() => SkillRequirement, "requirement") {}

@ObjectType({ description: "A page of the roles that need a skill." })
export class RoleRequirementConnection extends connectionType(
  () => SkillRequirement,
  () => RoleRequirementEdge,
  "requirements",
) {}
