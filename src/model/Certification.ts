import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";

@ObjectType({ description: "A certification that proves one or more skills.", implements: Entity })
export class Certification extends Entity {
  @Field(() => String, { description: "Name of the certification." })
  readonly name!: string;

  @Field(() => [String], { description: "Other names of the certification; each works as a reference." })
  readonly aliases!: readonly string[];

  @Field(() => String, { description: "Who issues it." })
  readonly issuer!: string;
}
