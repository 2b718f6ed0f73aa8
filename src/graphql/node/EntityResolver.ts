import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { kindOf } from "../../model/EntityId.js";
import { DatasetPart } from "../../model/DatasetPart.js";
import { Entity } from "../../model/Entity.js";
import { NodeKind } from "../../model/NodeKind.js";
import type { Context } from "../Context.js";

/** The kind of an entity, from its id, and its dataset. */
@Resolver(() => Entity)
export class EntityResolver {
  @FieldResolver(() => NodeKind, {
    description: "Kind of node. Pass it to `search` or `neighborhood` to filter by it.",
  })
  kind(@Root() entity: Entity): NodeKind | null {
    return kindOf(entity.id);
  }

  @FieldResolver(() => DatasetPart, {
    description: "The dataset that the record comes from. If several datasets contain it, the one listed first.",
  })
  origin(@Root() entity: Entity, @Ctx() { snapshot }: Context): DatasetPart | undefined {
    return snapshot.parts.get(entity.originId);
  }
}
