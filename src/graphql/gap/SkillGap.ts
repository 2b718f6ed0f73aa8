import { Field, Float, ObjectType } from "type-graphql";
import type { SkillToRaise as FoundSkillToRaise } from "../../paths/query/HeldLevel.js";
import { IgnoredReference } from "../references/IgnoredReference.js";

@ObjectType({
  description:
    "What someone has of what one role needs, and what they lack; the roles on a path to it do not count. A value without id: it depends on the profile.",
})
export class SkillGap {
  /** Ids behind the fields `from` and `to`. */
  readonly fromId!: string | null;
  readonly toId!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the ESSENTIAL skills that are matched, at a level that is high enough, 0 to 1; null where no essential skill of the role is known.",
  })
  readonly coverage!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of all needed skills that are matched, ESSENTIAL ones weighing 2 and USEFUL ones 1, 0 to 1; null where no skill of the role is known.",
  })
  readonly weightedCoverage!: number | null;

  /** What is behind the field `toRaise`. */
  readonly toRaiseIds!: readonly FoundSkillToRaise[];

  /** Ids behind the fields `matched` and `missing`. */
  readonly matchedSkillIds!: readonly string[];
  readonly missingSkillIds!: readonly string[];

  @Field(() => [IgnoredReference], {
    description: "References of the profile that were left out, where `ignoreUnknown` asks for that; else empty.",
  })
  readonly ignored!: readonly IgnoredReference[];
}
