import { Field, Float, ObjectType } from "type-graphql";

@ObjectType({ description: "A role that needs much the same skills as another." })
export class SimilarRole {
  /** Id behind the field `role`. */
  readonly roleId!: string;

  @Field(() => Float, {
    description:
      "How alike, above 0 and up to 1: the weight of the shared skills over that of all skills of both (Jaccard), ESSENTIAL weighing 2 and USEFUL 1.",
  })
  readonly score!: number;

  /** Ids behind the field `sharedSkills`. */
  readonly sharedSkillIds!: readonly string[];
}
