import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "Position of a page in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "True if items follow this page. Get them with `after: endCursor`." })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "True if items precede this page. Get them with `last` and `before: startCursor`.",
  })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first item of the page; null on an empty page." })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last item of the page; null on an empty page." })
  readonly endCursor!: string | null;
}
