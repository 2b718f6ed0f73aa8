import { Field, Float, ObjectType } from "type-graphql";
import type { Citation } from "./Citation.js";

@ObjectType({
  description:
    "Years of experience that a role asks for, from the lowest lower bound to the highest upper bound that sources claim.",
})
export class Experience {
  @Field(() => Float, { description: "Lowest lower bound claimed, in years." })
  readonly from!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Highest upper bound claimed, in years; null means no upper bound.",
  })
  readonly to!: number | null;

  @Field(() => Boolean, { description: "True if sources claim different spans." })
  readonly disputed!: boolean;

  /** Citations of all the claims; the field `sources` resolves them. */
  readonly citations!: readonly Citation[];
}
