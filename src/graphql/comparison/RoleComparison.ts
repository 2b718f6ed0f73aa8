import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "A role in a comparison." })
export class ComparedRole {
  /** Ids behind the fields `role` and `distinct`. */
  readonly roleId!: string;
  readonly distinctSkillIds!: readonly string[];
}

@ObjectType({ description: "What several roles share and what sets each apart." })
export class RoleComparison {
  /** Ids behind the field `shared`. */
  readonly sharedSkillIds!: readonly string[];

  @Field(() => [ComparedRole], { description: "The roles, in the order asked." })
  readonly roles!: readonly ComparedRole[];
}
