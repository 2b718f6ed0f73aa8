import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "A role in a comparison." })
export class ComparedRole {
  /** Ids behind the fields `role` and `distinct`. */
  readonly roleId!: string;
  readonly distinctSkillIds!: readonly string[];
}

@ObjectType({ description: "A skill that several roles need at different levels." })
export class LevelDifference {
  /** Ids behind the fields `skill` and `requirements`. */
  readonly skillId!: string;
  readonly roleIds!: readonly string[];
}

@ObjectType({ description: "The skills that several roles share, and the skills that only one of them needs." })
export class RoleComparison {
  /** Ids behind the field `shared`. */
  readonly sharedSkillIds!: readonly string[];

  @Field(() => [LevelDifference], {
    description:
      "The skills that all of the roles need and whose levels differ between roles of one dataset: those that are ESSENTIAL to the first role come first, then by id. Levels of different datasets are not compared.",
  })
  readonly levelDifferences!: readonly LevelDifference[];

  @Field(() => [ComparedRole], { description: "The roles, in the order of the request." })
  readonly roles!: readonly ComparedRole[];
}
