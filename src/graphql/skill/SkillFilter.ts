import { Field, InputType } from "type-graphql";

@InputType({ description: "Which skills to list." })
export class SkillFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "Skills of this category or collection, in any case; `dataset { skillCategories }` lists them, and any other is BAD_USER_INPUT.",
  })
  readonly category?: string | null;
}
