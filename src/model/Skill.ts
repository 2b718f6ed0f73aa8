import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";
import { Label } from "./Label.js";

@ObjectType({ description: "A skill, tool, language or body of knowledge.", implements: Entity })
export class Skill extends Entity {
  @Field(() => String, { description: "Name of the skill." })
  readonly name!: string;

  @Field(() => [String], { description: "Other names of the skill; each works as a reference." })
  readonly aliases!: readonly string[];

  @Field(() => [Label], {
    description:
      "The usual name in other languages, sorted by language; each works as a reference. Empty if the dataset has none.",
  })
  readonly labels!: readonly Label[];

  @Field(() => String, {
    nullable: true,
    description: "What the skill is, in the words of its source; null if no source describes it.",
  })
  readonly description!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Category, for filtering; null if the dataset assigns none.",
  })
  readonly category!: string | null;

  @Field(() => [String], {
    description:
      "Further categories that cut across the main ones, such as ESCO's digital, green and transversal skills, sorted by code unit. Pass one to `skills(where: { category })` too.",
  })
  readonly collections!: readonly string[];

  @Field(() => Boolean, {
    description:
      "True if the name offers a choice, as in “TensorFlow/PyTorch”: a person who holds one of its parts holds the skill.",
  })
  readonly offersChoice!: boolean;
}
