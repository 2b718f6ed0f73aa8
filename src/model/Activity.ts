import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";

@ObjectType({
  description: "Continuing education, such as a conference, a competition or open-source work.",
  implements: Entity,
})
export class Activity extends Entity {
  @Field(() => String, { description: "Name of the activity." })
  readonly name!: string;

  @Field(() => [String], { description: "Instances that sources name, such as a conference." })
  readonly examples!: readonly string[];
}
