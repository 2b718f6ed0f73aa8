import { Field, Float, Int, ObjectType } from "type-graphql";
import type { SkillToRaise as FoundSkillToRaise } from "../../paths/query/HeldLevel.js";
import { Caution } from "./Caution.js";

@ObjectType({ description: "The sums of a path." })
export class PathTotals {
  /** Ids of the ends, behind the field `payChange`. */
  readonly fromId!: string;
  readonly toId!: string;

  @Field(() => Int, { description: "Number of steps." })
  readonly steps!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Known and assumed years together, rounded to whole months; null if there are `untimedSteps`. Then see `yearsAtLeast`.",
  })
  readonly years!: number | null;

  @Field(() => Float, { description: "Known and assumed years of all steps except the untimed ones." })
  readonly yearsAtLeast!: number;

  @Field(() => Float, { description: "How much of `yearsAtLeast` is assumed; 0 if nothing is." })
  readonly yearsAssumed!: number;

  @Field(() => Int, {
    description:
      "Number of steps whose time is unknown and for which the dataset has no figure to assume. Each counts as one year when paths are sorted or limited by years.",
  })
  readonly untimedSteps!: number;

  @Field(() => Int, {
    description:
      "Number of different skills to learn on the path, ESSENTIAL and USEFUL together, for all roles after the first. `skillGap` counts the last role only.",
  })
  readonly skillsToLearn!: number;

  @Field(() => Int, {
    description:
      "Number of different skills to raise to a higher level on the path. Skills that are learned on the path do not count.",
  })
  readonly skillsToRaise!: number;

  @Field(() => Int, {
    description:
      "How many of `skillsToLearn` are ESSENTIAL to any role on the path, either as the skill itself or as part of a choice.",
  })
  readonly essentialSkillsToLearn!: number;

  @Field(() => Int, { description: "Steps between roles of different tracks." })
  readonly trackChanges!: number;

  @Field(() => Int, { description: "Steps that a source states." })
  readonly statedSteps!: number;

  @Field(() => Int, { description: "Steps that the dataset infers." })
  readonly inferredSteps!: number;
}

@ObjectType({ description: "One step of a path: a transition, the time it takes and what to learn for it." })
export class PathStep {
  /** Ids behind the fields `from`, `to` and `transition`. */
  readonly fromId!: string;
  readonly toId!: string;
  readonly transitionId!: string;

  /** Ids of the skills behind the field `skillsToLearn`. */
  readonly skillIdsToLearn!: readonly string[];

  /** Source of the field `skillsToRaise`. */
  readonly toRaise!: readonly FoundSkillToRaise[];

  /** Ids of the degrees behind the field `degrees`. */
  readonly degreeIdsNeeded!: readonly string[];

  @Field(() => Int, { description: "Position on the path, counted from 1." })
  readonly position!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Years that the step takes, rounded to whole months: the transition's `statedYears`, otherwise the difference between the `experience.from` of the two roles. Null if neither is known. Then `yearsAssumed` is what the planner assumed.",
  })
  readonly years!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Years that the planner assumes for a step whose time is unknown; null if `years` is known or if the dataset has no figure to assume.",
  })
  readonly yearsAssumed!: number | null;
}

@ObjectType({ description: "A path from one role to another. It has no id, because it depends on the profile." })
export class Path {
  /** Ids behind the field `roles`. */
  readonly roleIds!: readonly string[];

  @Field(() => String, {
    description: "The path in words, as text to show: one sentence, and a second one if the path requires degrees.",
  })
  readonly summary!: string;

  @Field(() => [String], {
    description: "What the planner assumed, one text per assumption; empty if it assumed nothing.",
  })
  readonly assumptions!: readonly string[];

  @Field(() => [Caution], {
    description:
      "What to know before relying on the path: first the cautions about the whole path, then those about each step in order, sorted by kind.",
  })
  readonly cautions!: readonly Caution[];

  @Field(() => PathTotals, { description: "Sums over the steps." })
  readonly totals!: PathTotals;

  @Field(() => [PathStep], { description: "The steps in order; empty if both ends are the same role." })
  readonly steps!: readonly PathStep[];
}
