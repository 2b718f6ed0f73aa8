import { Field, Float, ObjectType } from "type-graphql";
import type { SkillToRaise as FoundSkillToRaise } from "../../paths/query/HeldLevel.js";
import { IgnoredReference } from "../references/IgnoredReference.js";

@ObjectType({
  description:
    "The skills that one role needs, split into those that a person has and those that they lack. The roles on a path to it do not count. It has no id, because it depends on the profile.",
})
export class SkillGap {
  /** Ids behind the fields `from` and `to`. */
  readonly fromId!: string | null;
  readonly toId!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the role's ESSENTIAL skills that the person holds at a sufficient level, 0 to 1; null if no essential skill of the role is known.",
  })
  readonly coverage!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of all needed skills that are matched, 0 to 1. ESSENTIAL skills weigh 2, USEFUL skills 1. Null if no skill of the role is known.",
  })
  readonly weightedCoverage!: number | null;

  /** Source of the field `toRaise`. */
  readonly toRaiseIds!: readonly FoundSkillToRaise[];

  /** Ids behind the fields `matched` and `missing`. */
  readonly matchedSkillIds!: readonly string[];
  readonly missingSkillIds!: readonly string[];

  @Field(() => [IgnoredReference], {
    description: "References in the profile that were ignored because `ignoreUnknown` is true; otherwise empty.",
  })
  readonly ignored!: readonly IgnoredReference[];
}
