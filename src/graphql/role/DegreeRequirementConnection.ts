import { ObjectType } from "type-graphql";
import { DegreeRequirement } from "../../model/DegreeRequirement.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";

@ObjectType({ description: "A role's request for a degree in a list, with its cursor." })
export class DegreeRequirementEdge extends edgeType(() => DegreeRequirement, "request") {}

@ObjectType({ description: "A page of the roles that ask for a degree." })
export class DegreeRequirementConnection extends connectionType(
  () => DegreeRequirement,
  () => DegreeRequirementEdge,
  "requests",
) {}
