import { Field, InputType } from "type-graphql";

@InputType({ description: "Which skills to list." })
export class SkillFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "Only skills of this category or collection; case does not matter. `dataset { skillCategories }` lists the values; any other value is BAD_USER_INPUT.",
  })
  readonly category?: string | null;
}
