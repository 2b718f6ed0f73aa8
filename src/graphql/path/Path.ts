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
    description: "Known and assumed years together, in whole months; null where a step is untimed, see `yearsAtLeast`.",
  })
  readonly years!: number | null;

  @Field(() => Float, { description: "Known and assumed years of all steps but the untimed ones." })
  readonly yearsAtLeast!: number;

  @Field(() => Float, { description: "How much of `yearsAtLeast` is assumed; 0 where nothing is." })
  readonly yearsAssumed!: number;

  @Field(() => Int, {
    description:
      "Steps whose length is unknown and for which the dataset has no figure to assume. Each counts as one year where paths are ordered or bounded.",
  })
  readonly untimedSteps!: number;

  @Field(() => Int, {
    description:
      "Number of different skills to learn on the way, ESSENTIAL and USEFUL together: what any role after the first needs. `skillGap` looks at the last role alone.",
  })
  readonly skillsToLearn!: number;

  @Field(() => Int, {
    description:
      "Number of different skills to raise to a higher level on the way; those that are learned on the way do not count.",
  })
  readonly skillsToRaise!: number;

  @Field(() => Int, {
    description:
      "How many of `skillsToLearn` are ESSENTIAL to any role on the way, either as the skill itself or as part of a choice.",
  })
  readonly essentialSkillsToLearn!: number;

  @Field(() => Int, { description: "Steps between roles of different tracks." })
  readonly trackChanges!: number;

  @Field(() => Int, { description: "Steps that a source states." })
  readonly statedSteps!: number;

  @Field(() => Int, { description: "Steps that the dataset infers." })
  readonly inferredSteps!: number;
}

@ObjectType({ description: "One step of a path: a transition, what it takes and what to learn for it." })
export class PathStep {
  /** Ids behind the fields `from`, `to` and `transition`. */
  readonly fromId!: string;
  readonly toId!: string;
  readonly transitionId!: string;

  /** Ids of the skills behind the field `skillsToLearn`. */
  readonly skillIdsToLearn!: readonly string[];

  /** What is behind the field `skillsToRaise`. */
  readonly toRaise!: readonly FoundSkillToRaise[];

  /** Ids of the degrees behind the field `degrees`. */
  readonly degreeIdsNeeded!: readonly string[];

  @Field(() => Int, { description: "Place on the path, from 1." })
  readonly position!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Years that the step takes, in whole months; null when unknown, and then `yearsAssumed` is what the planner assumed.",
  })
  readonly years!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Years assumed for a step of unknown length; null when `years` is known, and when the step is untimed.",
  })
  readonly yearsAssumed!: number | null;
}

@ObjectType({ description: "A way from one role to another. A value without id: its content depends on the profile." })
export class Path {
  /** Ids behind the field `roles`. */
  readonly roleIds!: readonly string[];

  @Field(() => String, { description: "The path in one plain sentence, for a person." })
  readonly summary!: string;

  @Field(() => [String], {
    description: "What the planner assumed, one sentence each; empty where nothing was assumed.",
  })
  readonly assumptions!: readonly string[];

  @Field(() => [Caution], {
    description:
      "What to know before trusting the path. Cautions about the whole path come first, then those about each step in turn, by kind.",
  })
  readonly cautions!: readonly Caution[];

  @Field(() => PathTotals, { description: "Sums over the steps." })
  readonly totals!: PathTotals;

  @Field(() => [PathStep], { description: "The steps in order; empty where both ends are the same role." })
  readonly steps!: readonly PathStep[];
}
