import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";

@ObjectType({ description: "A trend in the industry.", implements: Entity })
export class Trend extends Entity {
  @Field(() => String, { description: "Name of the trend." })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: "What is changing and what it means for careers; null if no source says.",
  })
  readonly summary!: string | null;
}
