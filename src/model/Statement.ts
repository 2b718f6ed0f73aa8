import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";
import { StatementTopic } from "./StatementTopic.js";

@ObjectType({
  description:
    "A sentence about a role or the field, reworded from its source: a responsibility, requirement, focus, takeaway or premium.",
  implements: Entity,
})
export class Statement extends Entity {
  @Field(() => StatementTopic, { description: "The topic of the statement." })
  readonly topic!: StatementTopic;

  @Field(() => String, { description: "The sentence." })
  readonly text!: string;
}
