import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";
import { YearSpan } from "./YearSpan.js";

@ObjectType({ description: "A stage of skill development.", implements: Entity })
export class Phase extends Entity {
  @Field(() => String, { description: "Name of the phase." })
  readonly name!: string;

  @Field(() => YearSpan, { description: "Years of experience that the phase covers." })
  readonly years!: YearSpan;
}
