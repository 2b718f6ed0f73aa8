import { Field, InputType } from "type-graphql";

@InputType({ description: "Which skills to list." })
export class SkillFilter {
  @Field(() => String, {
    nullable: true,
    description: "Skills of this category, written as `Skill.category` gives it.",
  })
  readonly category?: string | null;
}
