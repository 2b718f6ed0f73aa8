import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "A role in a comparison." })
export class ComparedRole {
  /** Ids behind the fields `role` and `distinct`. */
  readonly roleId!: string;
  readonly distinctSkillIds!: readonly string[];
}

@ObjectType({ description: "A skill that several roles need, at levels that differ." })
export class LevelDifference {
  /** Ids behind the fields `skill` and `requirements`. */
  readonly skillId!: string;
  readonly roleIds!: readonly string[];
}

@ObjectType({ description: "What several roles share and what sets each apart." })
export class RoleComparison {
  /** Ids behind the field `shared`. */
  readonly sharedSkillIds!: readonly string[];

  @Field(() => [LevelDifference], {
    description:
      "Of the skills that all of the roles need, those whose levels differ between roles of one dataset: ESSENTIAL to the first role first, then by id. Levels of different datasets are not compared.",
  })
  readonly levelDifferences!: readonly LevelDifference[];

  @Field(() => [ComparedRole], { description: "The roles, in the order asked." })
  readonly roles!: readonly ComparedRole[];
}
