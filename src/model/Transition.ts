import { Field, Float, ObjectType } from "type-graphql";
import { Advice } from "./Advice.js";
import { Basis } from "./Basis.js";
import type { Citation } from "./Citation.js";
import { Closeness } from "./Closeness.js";
import { Node } from "./Node.js";
import { TransitionKind } from "./TransitionKind.js";

@ObjectType({
  description: "A move from one role to another. There is at most one from each role to each other role.",
  implements: Node,
})
export class Transition extends Node {
  /** Id behind the field `from`. */
  readonly fromId!: string;

  /** Id behind the field `to`. */
  readonly toId!: string;

  @Field(() => TransitionKind, { description: "The kind of move." })
  readonly kind!: TransitionKind;

  @Field(() => Basis, {
    description: "STATED if a source states the move; INFERRED if the dataset derives it, as `note` explains.",
  })
  readonly basis!: Basis;

  @Field(() => Closeness, {
    nullable: true,
    description: "How close the work of the two roles is; null if it is not measured.",
  })
  readonly closeness!: Closeness | null;

  @Field(() => Float, {
    nullable: true,
    description: "Years that the move takes, as a source states them (the lower end of a range); null if none does.",
  })
  readonly statedYears!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What a reader must know, for instance what the move is inferred from; null if there is nothing to add.",
  })
  readonly note!: string | null;

  @Field(() => Advice, { nullable: true, description: "What a source advises for the move; null if none does." })
  readonly advice!: Advice | null;

  /** Citations of the move; the fields `citations` and `sources` resolve them. */
  readonly citations!: readonly Citation[];
}
