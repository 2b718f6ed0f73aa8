import { ArgsType, Field, Int } from "type-graphql";

/** Arguments of every list that is paged. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 20,
    description: "How many items at most, 1 to 100; null means the default.",
  })
  readonly first!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the item before the page; null starts at the beginning.",
  })
  readonly after!: string | null;
}
