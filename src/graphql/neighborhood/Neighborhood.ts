import { Field, ObjectType } from "type-graphql";
import { Entity } from "../../model/Entity.js";
import { Relation } from "../../model/Relation.js";

@ObjectType({ description: "The nodes and relations around a node, for drawing the graph." })
export class Neighborhood {
  @Field(() => Entity, { description: "The node that `id` names." })
  readonly root!: Entity;

  @Field(() => [Entity], { description: "The nodes found, including the root: nearest first, then by id." })
  readonly nodes!: readonly Entity[];

  @Field(() => [Relation], {
    description: "All relations between the returned nodes, of the kinds given in `relations`.",
  })
  readonly edges!: readonly Relation[];

  @Field(() => Boolean, { description: "True if there are more nodes within `depth` than `limit` allows." })
  readonly truncated!: boolean;
}
