import { Field, InterfaceType } from "type-graphql";
import { Entity } from "./Entity.js";

@InterfaceType({
  description:
    "What one source claims in figures, of pay, of growth or of employment. Contradicting claims are listed side by side.",
  implements: Entity,
})
export abstract class Claim extends Entity {
  @Field(() => String, {
    nullable: true,
    description: "What a reader must know to use the figure; null where there is nothing.",
  })
  readonly note!: string | null;
}
