import { Field, ObjectType } from "type-graphql";
import { Basis } from "./Basis.js";
import type { Citation } from "./Citation.js";
import { MatchKind } from "./MatchKind.js";
import { Node } from "./Node.js";

@ObjectType({
  description: "How two roles, or two skills, of different datasets relate. A pair has at most one match.",
  implements: Node,
})
export class Match extends Node {
  /** Id behind the field `from`. */
  readonly fromId!: string;

  /** Id behind the field `to`. */
  readonly toId!: string;

  @Field(() => MatchKind, { description: "How `to` relates to `from`." })
  readonly kind!: MatchKind;

  @Field(() => Basis, {
    description: "STATED if a source states the match; INFERRED if the editors of the dataset decided it.",
  })
  readonly basis!: Basis;

  @Field(() => String, {
    nullable: true,
    description: "Why the two match, and what a reader must know; null if there is nothing to add.",
  })
  readonly note!: string | null;

  /** Citations of the match; the field `sources` resolves them. */
  readonly citations!: readonly Citation[];
}
