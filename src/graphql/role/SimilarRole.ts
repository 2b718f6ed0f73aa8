import { Field, Float, ObjectType } from "type-graphql";

@ObjectType({ description: "A role that needs skills similar to those of another role." })
export class SimilarRole {
  /** Id behind the field `role`. */
  readonly roleId!: string;

  @Field(() => Float, {
    description:
      "Similarity, above 0 and up to 1: the weight of the shared skills divided by the weight of all skills of both roles (weighted Jaccard). ESSENTIAL skills weigh 2, USEFUL skills 1.",
  })
  readonly score!: number;

  /** Ids behind the field `sharedSkills`. */
  readonly sharedSkillIds!: readonly string[];
}
