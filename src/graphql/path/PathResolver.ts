import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { DegreeRequirement } from "../../model/DegreeRequirement.js";
import { Role } from "../../model/Role.js";
import { SkillRequirement } from "../../model/SkillRequirement.js";
import { Transition } from "../../model/Transition.js";
import type { Context } from "../Context.js";
import { PayChange } from "../pay/PayChange.js";
import { payChangeOf } from "../../pay/payChangeOf.js";
import { requirementsAmong } from "../skill/requirementsAmong.js";
import { requirementsToRaise } from "../skill/requirementsToRaise.js";
import { SkillToRaise } from "../skill/SkillToRaise.js";
import { explainNoPath } from "../../paths/explainNoPath.js";
import { pathOf } from "./pathOf.js";
import { WhyNot } from "./WhyNot.js";
import { Path, PathStep, PathTotals } from "./Path.js";
import { PathResult } from "./PathResult.js";

/** The roles at the ends of a search. */
@Resolver(() => PathResult)
export class PathResultResolver {
  @FieldResolver(() => Role, { description: "The role that `from` named." })
  from(@Root() result: PathResult, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(result.fromId);
  }

  @FieldResolver(() => Role, { description: "The role that `to` named." })
  to(@Root() result: PathResult, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(result.toId);
  }
}

/** The explanation why constraints rule out all paths. */
@Resolver(() => PathResult)
export class WhyNotResolver {
  @FieldResolver(() => WhyNot, {
    nullable: true,
    description:
      "Which constraints to remove so that a path exists. Null unless `noPathReason` is CONSTRAINED; null also if this extra search used up its budget.",
  })
  async whyNot(@Root() result: PathResult, @Ctx() context: Context): Promise<WhyNot | null> {
    if (result.noPathReason !== "CONSTRAINED") return null;
    const explanation = await explainNoPath(context.snapshot.network, {
      ...result.query,
      budget: context.searchBudget(),
    });
    if (explanation === null) {
      context.limitReached();
      return null;
    }
    const { withoutArguments, reasons } = explanation;
    return { constraints: withoutArguments, reasons, path: pathOf(explanation.path) };
  }
}

/** The roles of a path. */
@Resolver(() => Path)
export class PathResolver {
  @FieldResolver(() => [Role], { description: "The roles from first to last; never empty." })
  roles(@Root() path: Path, @Ctx() { loaders }: Context) {
    return loaders.existingAll<Role>(path.roleIds);
  }
}

/** The pay at the ends of a path. */
@Resolver(() => PathTotals)
export class PathTotalsResolver {
  @FieldResolver(() => PayChange, {
    nullable: true,
    description: "Pay bands of the first and the last role; null if either has none.",
  })
  async payChange(@Root() totals: PathTotals, @Ctx() { loaders }: Context): Promise<PayChange | null> {
    const [from, to] = await Promise.all([totals.fromId, totals.toId].map((id) => loaders.related("payOfRole", id)));
    return payChangeOf(from!, to!);
  }
}

/** The nodes of a step. */
@Resolver(() => PathStep)
export class PathStepResolver {
  @FieldResolver(() => Role, { description: "The role that the step leaves." })
  from(@Root() step: PathStep, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(step.fromId);
  }

  @FieldResolver(() => Role, { description: "The role that the step reaches." })
  to(@Root() step: PathStep, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(step.toId);
  }

  @FieldResolver(() => Transition, { description: "The transition that the step follows, with its sources." })
  transition(@Root() step: PathStep, @Ctx() { loaders }: Context) {
    return loaders.existing<Transition>(step.transitionId);
  }

  @FieldResolver(() => [SkillRequirement], {
    description:
      "Skills that the reached role needs and that the person neither holds nor learned at an earlier step, ESSENTIAL first.",
  })
  skillsToLearn(@Root() step: PathStep, @Ctx() { loaders }: Context) {
    return requirementsAmong(loaders, step.toId, step.skillIdsToLearn);
  }

  @FieldResolver(() => [SkillToRaise], {
    description:
      "Skills that the reached role needs at a higher level than the person holds or has learned at an earlier step, ESSENTIAL first.",
  })
  skillsToRaise(@Root() step: PathStep, @Ctx() { loaders }: Context) {
    return requirementsToRaise(loaders, step.toId, step.toRaise);
  }

  @FieldResolver(() => [DegreeRequirement], {
    description:
      "The degree that the reached role needs and that the person neither holds nor earned at an earlier step: none or one. If the role has several MINIMUM degrees, the one of the lowest level counts. A held degree of a higher level meets the need too.",
  })
  async degrees(@Root() step: PathStep, @Ctx() { loaders }: Context): Promise<readonly DegreeRequirement[]> {
    if (step.degreeIdsNeeded.length === 0) return [];
    const requirements = await loaders.related("degreeRequirementsOfRole", step.toId);
    return requirements.filter(({ degreeId }) => step.degreeIdsNeeded.includes(degreeId));
  }
}
