import { Field, ObjectType } from "type-graphql";
import { Entity } from "../../model/Entity.js";
import { Relation } from "../../model/Relation.js";

@ObjectType({ description: "The surroundings of a node, for drawing the graph." })
export class Neighborhood {
  @Field(() => Entity, { description: "The node asked for." })
  readonly root!: Entity;

  @Field(() => [Entity], { description: "The nodes found, the root among them: nearest first, then by id." })
  readonly nodes!: readonly Entity[];

  @Field(() => [Relation], {
    description: "Every relation among the returned nodes, of the kinds that `relations` asks for.",
  })
  readonly edges!: readonly Relation[];

  @Field(() => Boolean, { description: "True where more nodes are within the depth than `limit` allows." })
  readonly truncated!: boolean;
}
