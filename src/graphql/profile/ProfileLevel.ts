import { Field, Float, InputType } from "type-graphql";

@InputType({ description: "A skill with the level at which a person holds it." })
export class ProfileLevel {
  @Field(() => String, { description: "The skill: id, name or alias." })
  readonly skill!: string;

  @Field(() => Float, {
    description: "The level, on the scale of the skill's own dataset (`DatasetPart.levelScale`).",
  })
  readonly level!: number;
}
