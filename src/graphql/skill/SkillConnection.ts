import { ObjectType } from "type-graphql";
import { Skill } from "../../model/Skill.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";

@ObjectType({ description: "A skill in a list, with its cursor." })
export class SkillEdge extends edgeType(() => Skill, "skill") {}

@ObjectType({ description: "A page of skills." })
export class SkillConnection extends connectionType(
  () => Skill,
  () => SkillEdge,
  "skills",
) {}
