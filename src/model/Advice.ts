import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "What a source advises for a transition." })
export class Advice {
  /** Ids behind the field `demonstrate`. */
  readonly demonstrateSkillIds!: readonly string[];

  /** Ids behind the field `develop`. */
  readonly developSkillIds!: readonly string[];

  @Field(() => [String], { description: "What else to do, in the source's order." })
  readonly actions!: readonly string[];
}
