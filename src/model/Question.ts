import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";

@ObjectType({ description: "A frequently asked question with its answer.", implements: Entity })
export class Question extends Entity {
  @Field(() => String, { description: "The question." })
  readonly question!: string;

  @Field(() => String, { description: "The answer, reworded from its source." })
  readonly answer!: string;
}
