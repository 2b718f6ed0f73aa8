import { Field, ObjectType } from "type-graphql";
import { Basis } from "../../model/Basis.js";
import { Certification } from "../../model/Certification.js";
import { Degree } from "../../model/Degree.js";
import { Phase } from "../../model/Phase.js";
import { YearSpan } from "../../model/YearSpan.js";
import type { SkillToRaise as FoundSkillToRaise } from "../../paths/query/HeldLevel.js";
import { IgnoredReference } from "../references/IgnoredReference.js";

@ObjectType({ description: "A skill on a roadmap." })
export class RoadmapSkill {
  /** Ids behind the fields `skill`, `buildsOn` and `neededBy`. */
  readonly skillId!: string;
  readonly buildsOnIds!: readonly string[];
  readonly neededByIds!: readonly string[];

  /** Source of the field `toRaise`. */
  readonly toId!: string;
  readonly raised!: FoundSkillToRaise | null;

  @Field(() => Basis, {
    description:
      "Why the skill is in this stage: STATED if a source assigns it to the stage's phase (see `RoadmapStage.phase` for the sources); INFERRED if no phase develops it, or if it comes later because of the skills that it builds on or the person's own stage.",
  })
  readonly placement!: Basis;
}

@ObjectType({ description: "One stage of a roadmap: what to learn in it, and the certifications that prove it." })
export class RoadmapStage {
  @Field(() => Phase, {
    nullable: true,
    description: "The phase of skill development, with its sources; null if the role's dataset has no phases.",
  })
  readonly phase!: Phase | null;

  @Field(() => String, { description: "Name of the phase of skill development." })
  readonly name!: string;

  @Field(() => YearSpan, {
    nullable: true,
    description: "Years of experience that the phase covers; null if the role's dataset has no phases.",
  })
  readonly years!: YearSpan | null;

  @Field(() => [RoadmapSkill], {
    description:
      "Skills to learn or to raise. A skill comes after those that it builds on; otherwise, they are sorted by id.",
  })
  readonly skills!: readonly RoadmapSkill[];

  @Field(() => [Certification], {
    description: "Certifications that prove a skill of this stage and that the person does not hold.",
  })
  readonly certifications!: readonly Certification[];

  @Field(() => [Degree], {
    description:
      "The degree that the role needs and that neither the profile nor `from` has: none or one, in the first stage. If the role has several MINIMUM degrees, the one of the lowest level counts. A held degree of a higher level meets the need too.",
  })
  readonly degrees!: readonly Degree[];
}

@ObjectType({
  description:
    "What to learn for one role, in order: the skills that `skillGap` lists as `missing` and `toRaise`, and the skills that they build on. Other needs of the roles on the path are not listed here; see `PathStep.skillsToLearn`. It has no id, because it depends on the profile.",
})
export class Roadmap {
  /** Ids behind the fields `from` and `to`. */
  readonly fromId!: string | null;
  readonly toId!: string;

  @Field(() => [RoadmapStage], { description: "The stages in order, without those that have nothing to do." })
  readonly stages!: readonly RoadmapStage[];

  @Field(() => [IgnoredReference], {
    description: "References in the profile that were ignored because `ignoreUnknown` is true; otherwise empty.",
  })
  readonly ignored!: readonly IgnoredReference[];
}
