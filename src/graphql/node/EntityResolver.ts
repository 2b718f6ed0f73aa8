import { FieldResolver, Resolver, Root } from "type-graphql";
import { kindOf } from "../../model/EntityId.js";
import { Entity } from "../../model/Entity.js";
import { NodeKind } from "../../model/NodeKind.js";

/** What the id of an entity tells. */
@Resolver(() => Entity)
export class EntityResolver {
  @FieldResolver(() => NodeKind, { description: "Kind of node; `search` and `neighborhood` take it." })
  kind(@Root() entity: Entity): NodeKind | null {
    return kindOf(entity.id);
  }
}
