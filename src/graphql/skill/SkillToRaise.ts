import { Field, Float, ObjectType } from "type-graphql";
import { SkillRequirement } from "../../model/SkillRequirement.js";

@ObjectType({
  description:
    "A skill that is held, but at too low a level for a role. A value without id: the level held depends on the profile.",
})
export class SkillToRaise {
  @Field(() => Float, {
    description:
      "The level held or learned before, on the scale of the dataset of the role that needs more (`DatasetPart.levelScale`).",
  })
  readonly heldLevel!: number;

  @Field(() => SkillRequirement, { description: "The need; its `requiredLevel` is the level to reach." })
  readonly requirement!: SkillRequirement;
}
