import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";

@ObjectType({ description: "An employer, or a group of employers, that a source names.", implements: Entity })
export class Employer extends Entity {
  @Field(() => String, { description: "Name of the employer." })
  readonly name!: string;
}
