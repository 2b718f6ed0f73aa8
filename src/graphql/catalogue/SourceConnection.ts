import { ObjectType } from "type-graphql";
import { Source } from "../../model/Source.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";

@ObjectType({ description: "A source in a list, with its cursor." })
export class SourceEdge extends edgeType(() => Source, "source") {}

@ObjectType({ description: "A page of sources." })
export class SourceConnection extends connectionType(
  () => Source,
  () => SourceEdge,
  "sources",
) {}
