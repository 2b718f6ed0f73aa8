import { Field, Float, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "The scale on which a dataset states how well a person in a role must master a skill. Levels of different datasets are never compared.",
})
export class LevelScale {
  @Field(() => String, { description: "Name of the scale, to show beside a level." })
  readonly name!: string;

  @Field(() => Float, { description: "The lowest level." })
  readonly lowest!: number;

  @Field(() => Float, { description: "The highest level." })
  readonly highest!: number;
}
