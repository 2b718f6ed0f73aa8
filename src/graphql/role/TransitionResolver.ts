import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Advice } from "../../model/Advice.js";
import { Citation } from "../../model/Citation.js";
import { Role } from "../../model/Role.js";
import { Skill } from "../../model/Skill.js";
import { Transition } from "../../model/Transition.js";
import type { Context } from "../Context.js";

/** The ends of a transition and who says so. */
@Resolver(() => Transition)
export class TransitionResolver {
  @FieldResolver(() => Role, { description: "The role it leaves." })
  from(@Root() transition: Transition, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(transition.fromId);
  }

  @FieldResolver(() => Role, { description: "The role it leads to." })
  to(@Root() transition: Transition, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(transition.toId);
  }

  @FieldResolver(() => [Citation], {
    description: "Who says so; for an inferred transition, what it is inferred from.",
  })
  citations(@Root() transition: Transition): readonly Citation[] {
    return transition.citations;
  }
}

/** The skills that an advice names. */
@Resolver(() => Advice)
export class AdviceResolver {
  @FieldResolver(() => [Skill], { description: "Skills to have mastered before the move, in the order of the source." })
  demonstrate(@Root() advice: Advice, @Ctx() { loaders }: Context) {
    return loaders.existingAll<Skill>(advice.demonstrateSkillIds);
  }

  @FieldResolver(() => [Skill], { description: "Skills to begin with for the next role, in the order of the source." })
  develop(@Root() advice: Advice, @Ctx() { loaders }: Context) {
    return loaders.existingAll<Skill>(advice.developSkillIds);
  }
}
