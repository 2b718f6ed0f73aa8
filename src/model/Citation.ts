import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "A source of a fact: the document, the heading under which the document gives the fact, and the work that it cites for the fact.",
})
export class Citation {
  /** Id of the document; the field `source` resolves it. */
  readonly sourceId!: string;

  /** Id of the work that the document cites; null if it cites none. The field `via` resolves it. */
  readonly viaId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The heading in the document under which the fact is given; null if there is no heading.",
  })
  readonly heading!: string | null;
}
