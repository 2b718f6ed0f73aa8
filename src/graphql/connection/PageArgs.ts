import { ArgsType, Field, Int } from "type-graphql";
import { MOST_ITEMS } from "../limits/mostItems.js";

/** Arguments of a list that is paginated forward or backward. */
export interface PageArgs {
  readonly first: number | null;
  readonly after: string | null;
  readonly last: number | null;
  readonly before: string | null;
}

/** Makes the class of these arguments. @param byDefault page size if neither `first` nor `last` is given */
export function pageArgs(byDefault: number): new () => PageArgs {
  @ArgsType()
  class PageArgsByDefault implements PageArgs {
    @Field(() => Int, {
      nullable: true,
      defaultValue: byDefault,
      description: `Maximum number of items, counted from the beginning or from \`after\`, 1 to ${MOST_ITEMS}; null means ${byDefault}. The default does not apply if \`last\` is given.`,
    })
    readonly first!: number | null;

    @Field(() => String, {
      nullable: true,
      description: "Return the items after this cursor; null starts at the beginning of the list.",
    })
    readonly after!: string | null;

    @Field(() => Int, {
      nullable: true,
      description: `Maximum number of items, counted back from the end or from \`before\`, 1 to ${MOST_ITEMS}. They are still returned in the order of the list. Pass \`first\` or \`last\`, not both.`,
    })
    readonly last!: number | null;

    @Field(() => String, {
      nullable: true,
      description: "Return the items before this cursor; null ends at the end of the list.",
    })
    readonly before!: string | null;
  }
  return PageArgsByDefault;
}
