import { Field, ObjectType } from "type-graphql";
import { Basis } from "../../model/Basis.js";
import { Citation } from "../../model/Citation.js";
import { GrowthClaim } from "../../model/GrowthClaim.js";
import { Role } from "../../model/Role.js";
import { Skill } from "../../model/Skill.js";

/** The basis and the sources of a link between two entities. It has no id. */
@ObjectType()
abstract class Link {
  @Field(() => Basis, {
    description: "STATED if a source says that the two belong together; INFERRED if the dataset derives it.",
  })
  readonly basis!: Basis;

  @Field(() => [Citation], { description: "Who says so." })
  readonly citations!: readonly Citation[];
}

@ObjectType({ description: "A skill that a record is linked to, with the basis and the sources of the link." })
export class SkillLink extends Link {
  @Field(() => Skill, { description: "The skill." })
  readonly skill!: Skill;
}

@ObjectType({
  description: "A claim of growth that is shown with a role, with the basis and the sources of the link.",
})
export class GrowthLink extends Link {
  @Field(() => GrowthClaim, { description: "The claim." })
  readonly claim!: GrowthClaim;
}

@ObjectType({ description: "A role that is nearly the same as another, with the basis and the sources of that claim." })
export class RoleLink extends Link {
  @Field(() => Role, { description: "The other role." })
  readonly role!: Role;
}
