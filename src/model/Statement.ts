import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";
import { StatementTopic } from "./StatementTopic.js";

@ObjectType({
  description:
    "A sentence the dataset holds about something, reworded from its source: a responsibility, requirement, focus, takeaway or premium.",
  implements: Entity,
})
export class Statement extends Entity {
  @Field(() => StatementTopic, { description: "What the statement speaks of." })
  readonly topic!: StatementTopic;

  @Field(() => String, { description: "The sentence." })
  readonly text!: string;
}
