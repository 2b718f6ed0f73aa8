import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";

@ObjectType({ description: "A career track.", implements: Entity })
export class Track extends Entity {
  @Field(() => String, { description: "Name of the track." })
  readonly name!: string;

  /** Other names, such as a short form. Each works as a reference. */
  readonly aliases!: readonly string[];

  @Field(() => String, { nullable: true, description: "What the track is about; null if no source says." })
  readonly description!: string | null;
}
