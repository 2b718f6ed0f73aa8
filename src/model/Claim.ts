import { Field, InterfaceType } from "type-graphql";
import { Entity } from "./Entity.js";

@InterfaceType({
  description:
    "A figure that one source claims: pay, growth or employment. Contradicting claims are listed side by side.",
  implements: Entity,
})
export abstract class Claim extends Entity {
  @Field(() => String, {
    nullable: true,
    description: "What a reader must know to use the figure; null if there is nothing to add.",
  })
  readonly note!: string | null;
}
