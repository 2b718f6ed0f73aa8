import { Field, Float, ObjectType } from "type-graphql";
import { Entity } from "../../model/Entity.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";

@ObjectType({ description: "A search result, with its cursor." })
export class SearchEdge extends edgeType(() => Entity, "node found") {
  @Field(() => Float, {
    description: "How well the node matches; 1 is an exact name. Scores are comparable only within one answer.",
  })
  readonly score!: number;

  @Field(() => String, {
    description: "The name that matched, as written: the node's name or title, or one of its aliases.",
  })
  readonly matchedName!: string;
}

@ObjectType({ description: "A page of search results, the best first." })
export class SearchConnection extends connectionType(
  () => Entity,
  () => SearchEdge,
  "results",
) {}
