import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";

@ObjectType({ description: "A skill, tool, language or body of knowledge.", implements: Entity })
export class Skill extends Entity {
  @Field(() => String, { description: "Name of the skill." })
  readonly name!: string;

  @Field(() => [String], { description: "Other names of the skill; each works as a reference." })
  readonly aliases!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "Category, for filtering; null where the dataset puts it in none.",
  })
  readonly category!: string | null;

  @Field(() => Boolean, {
    description:
      "True where the name offers a choice, as in “TensorFlow/PyTorch”: whoever holds one of its parts holds the skill.",
  })
  readonly offersChoice!: boolean;
}
