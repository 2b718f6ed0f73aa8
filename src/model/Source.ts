import { Field, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";
import { URLScalar } from "./URLScalar.js";

@ObjectType({
  description: "A document that facts are taken from, or a work that such a document cites.",
  implements: Entity,
})
export class Source extends Entity {
  @Field(() => String, { description: "Title of the work." })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: "The publisher; null if unknown." })
  readonly publisher!: string | null;

  @Field(() => URLScalar, { nullable: true, description: "URL of the work; null if it has none." })
  readonly url!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What a reader must know about the source, such as its licence or a doubt about its date; null if there is nothing to add.",
  })
  readonly note!: string | null;
}
