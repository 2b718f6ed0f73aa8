import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "Who says so: the document, the heading the fact stands under there, and the work that the document itself cites for it.",
})
export class Citation {
  /** Id of the document; the field `source` resolves it. */
  readonly sourceId!: string;

  /** Id of the work that the document cites; null where it cites none. The field `via` resolves it. */
  readonly viaId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Heading in the document that the fact stands under; null where the fact is not under one.",
  })
  readonly heading!: string | null;
}
