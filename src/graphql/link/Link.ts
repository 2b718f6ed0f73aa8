import { Field, ObjectType } from "type-graphql";
import { Basis } from "../../model/Basis.js";
import { Citation } from "../../model/Citation.js";
import { GrowthClaim } from "../../model/GrowthClaim.js";
import { Role } from "../../model/Role.js";
import { Skill } from "../../model/Skill.js";

/** What a link between two entities rests on; a value without id. */
@ObjectType()
abstract class Link {
  @Field(() => Basis, {
    description: "STATED when a source says that the two belong together; INFERRED when the dataset derives it.",
  })
  readonly basis!: Basis;

  @Field(() => [Citation], { description: "Who says so." })
  readonly citations!: readonly Citation[];
}

@ObjectType({ description: "A skill that a record is linked to, and what the link rests on." })
export class SkillLink extends Link {
  @Field(() => Skill, { description: "The skill." })
  readonly skill!: Skill;
}

@ObjectType({
  description: "A claim of growth that a role shows, and what it rests on that the claim is about the role.",
})
export class GrowthLink extends Link {
  @Field(() => GrowthClaim, { description: "The claim." })
  readonly claim!: GrowthClaim;
}

@ObjectType({ description: "A role that is nearly the same as another, and what that rests on." })
export class RoleLink extends Link {
  @Field(() => Role, { description: "The other role." })
  readonly role!: Role;
}
