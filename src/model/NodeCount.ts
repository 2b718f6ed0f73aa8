import { Field, Int, ObjectType } from "type-graphql";
import { NodeKind } from "./NodeKind.js";

@ObjectType({ description: "How many nodes of a kind the dataset holds." })
export class NodeCount {
  @Field(() => NodeKind, { description: "The kind." })
  readonly kind!: NodeKind;

  @Field(() => Int, { description: "How many." })
  readonly count!: number;
}
