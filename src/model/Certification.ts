import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";

@ObjectType({ description: "A certificate that shows one or more skills.", implements: Entity })
export class Certification extends Entity {
  @Field(() => String, { description: "Name of the certificate." })
  readonly name!: string;

  @Field(() => [String], { description: "Other names of the certificate; each works as a reference." })
  readonly aliases!: readonly string[];

  @Field(() => String, { description: "Who issues it." })
  readonly issuer!: string;
}
