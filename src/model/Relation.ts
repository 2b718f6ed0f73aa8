import { Field, ID, ObjectType } from "type-graphql";
import { Basis } from "./Basis.js";
import type { Citation } from "./Citation.js";
import { RelationKind } from "./RelationKind.js";

@ObjectType({
  description:
    "A relation between two nodes, for drawing the graph. It is not a `Node`: do not pass its id to `node`. `from` and `to` are ids.",
})
export class Relation {
  @Field(() => ID, {
    description:
      "Key for drawing and for client caches, `relation:<type>:<from>:<to>`; it stays the same across revisions of the dataset.",
  })
  readonly id!: string;

  @Field(() => RelationKind, { description: "Kind of relation, read from `from` to `to`." })
  readonly type!: RelationKind;

  @Field(() => ID, { description: "Id of the node it starts from." })
  readonly from!: string;

  @Field(() => ID, { description: "Id of the node it leads to." })
  readonly to!: string;

  @Field(() => Basis, {
    nullable: true,
    description: "Whether a source states the relation; null for kinds without this distinction.",
  })
  readonly basis!: Basis | null;

  /** Citations of the relation. Empty if the citations of one of its ends apply, as for ON_TRACK and CITES. */
  readonly citations!: readonly Citation[];
}
