import { Field, Float, ObjectType } from "type-graphql";
import { Entity } from "../../model/Entity.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";

@ObjectType({ description: "A hit of a search, with its cursor." })
export class SearchEdge extends edgeType(() => Entity, "node found") {
  @Field(() => Float, { description: "How well it fits: 1 is an exact name; comparable within one answer only." })
  readonly score!: number;

  @Field(() => String, {
    description: "The name that was found, as written: the name or title of the node, or one of its aliases.",
  })
  readonly matchedName!: string;
}

@ObjectType({ description: "A page of what a search found, the best first." })
export class SearchConnection extends connectionType(
  () => Entity,
  () => SearchEdge,
  "nodes found",
) {}
