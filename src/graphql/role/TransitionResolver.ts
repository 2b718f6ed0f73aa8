import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Advice } from "../../model/Advice.js";
import { Citation } from "../../model/Citation.js";
import { Role } from "../../model/Role.js";
import { Skill } from "../../model/Skill.js";
import { Transition } from "../../model/Transition.js";
import type { Context } from "../Context.js";

/** The ends of a transition and its sources. */
@Resolver(() => Transition)
export class TransitionResolver {
  @FieldResolver(() => Role, { description: "The role that the move leaves." })
  from(@Root() transition: Transition, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(transition.fromId);
  }

  @FieldResolver(() => Role, { description: "The role that the move leads to." })
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

/** The skills in a piece of advice. */
@Resolver(() => Advice)
export class AdviceResolver {
  @FieldResolver(() => [Skill], { description: "Skills to master before the move, in the source's order." })
  demonstrate(@Root() advice: Advice, @Ctx() { loaders }: Context) {
    return loaders.existingAll<Skill>(advice.demonstrateSkillIds);
  }

  @FieldResolver(() => [Skill], { description: "Skills to start learning for the next role, in the source's order." })
  develop(@Root() advice: Advice, @Ctx() { loaders }: Context) {
    return loaders.existingAll<Skill>(advice.developSkillIds);
  }
}
