import { Field, ID, ObjectType } from "type-graphql";
import { Basis } from "./Basis.js";
import type { Citation } from "./Citation.js";
import { RelationKind } from "./RelationKind.js";

@ObjectType({
  description:
    "A relation between two nodes, for drawing the graph. A value without `Node`: its id is unique within the dataset and stable as a drawing key.",
})
export class Relation {
  @Field(() => ID, {
    description: "Key for drawing; for LEADS_TO it is the transition's id, for REQUIRES the requirement's.",
  })
  readonly id!: string;

  @Field(() => RelationKind, { description: "Kind of relation; read it from `from` to `to`." })
  readonly type!: RelationKind;

  @Field(() => ID, { description: "Id of the node it starts from." })
  readonly from!: string;

  @Field(() => ID, { description: "Id of the node it leads to." })
  readonly to!: string;

  @Field(() => Basis, {
    nullable: true,
    description: "Whether a source states the relation; null where the kind makes no such difference.",
  })
  readonly basis!: Basis | null;

  /** Citations of the relation; empty where the record of one of its ends cites for it, as with ON_TRACK and CITES. */
  readonly citations!: readonly Citation[];
}
