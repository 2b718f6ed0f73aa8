import { Field, Float, ObjectType } from "type-graphql";
import { SkillRequirement } from "../../model/SkillRequirement.js";

@ObjectType({
  description:
    "A skill that the person holds, but at too low a level for a role. It has no id, because the level held depends on the profile.",
})
export class SkillToRaise {
  @Field(() => Float, {
    description:
      "The level that the person holds or has learned, on the scale of the dataset of the role that needs a higher one (`DatasetPart.levelScale`).",
  })
  readonly heldLevel!: number;

  @Field(() => SkillRequirement, { description: "The need; its `requiredLevel` is the level to reach." })
  readonly requirement!: SkillRequirement;
}
