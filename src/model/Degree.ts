import { Field, ObjectType } from "type-graphql";
import { DegreeLevel } from "./DegreeLevel.js";
import { Entity } from "./Entity.js";

@ObjectType({ description: "An academic degree.", implements: Entity })
export class Degree extends Entity {
  @Field(() => String, { description: "Name of the degree." })
  readonly name!: string;

  @Field(() => [String], { description: "Other names of the degree, such as “PhD”; each works as a reference." })
  readonly aliases!: readonly string[];

  @Field(() => DegreeLevel, { description: "Academic level." })
  readonly level!: DegreeLevel;

  @Field(() => [String], { description: "Fields of study that sources name for the degree." })
  readonly fields!: readonly string[];
}
