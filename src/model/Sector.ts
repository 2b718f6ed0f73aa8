import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";

@ObjectType({ description: "An industry sector that a source names because of its pay.", implements: Entity })
export class Sector extends Entity {
  @Field(() => String, { description: "Name of the sector." })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: "What sources add about pay in the sector; null if they add nothing.",
  })
  readonly note!: string | null;
}
