import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Role } from "../../model/Role.js";
import { Skill } from "../../model/Skill.js";
import type { Context } from "../Context.js";
import { SimilarRole } from "./SimilarRole.js";

/** The nodes of a similarity. */
@Resolver(() => SimilarRole)
export class SimilarRoleResolver {
  @FieldResolver(() => Role, { description: "The similar role." })
  role(@Root() similar: SimilarRole, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(similar.roleId);
  }

  @FieldResolver(() => [Skill], { description: "Skills that both roles need." })
  sharedSkills(@Root() similar: SimilarRole, @Ctx() { loaders }: Context) {
    return loaders.existingAll<Skill>(similar.sharedSkillIds);
  }
}
