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

  /** What is behind the field `toRaise`. */
  readonly toId!: string;
  readonly raised!: FoundSkillToRaise | null;

  @Field(() => Basis, {
    description:
      "Who places the skill in this stage: STATED where the stage's phase develops it, with the sources of `RoadmapStage.phase`; INFERRED where no phase does, or it waits for what it builds on or for the person's own stage.",
  })
  readonly placement!: Basis;
}

@ObjectType({ description: "One stage of a roadmap: what to learn in it, and what may show that it was learned." })
export class RoadmapStage {
  @Field(() => Phase, {
    nullable: true,
    description: "The phase of skill development, with its sources; null where the role's dataset knows no phases.",
  })
  readonly phase!: Phase | null;

  @Field(() => String, { description: "Name of the phase of skill development." })
  readonly name!: string;

  @Field(() => YearSpan, {
    nullable: true,
    description: "Years of experience that the phase covers; null where the role's dataset knows no phases.",
  })
  readonly years!: YearSpan | null;

  @Field(() => [RoadmapSkill], { description: "Skills to learn or to raise: what is built on first, then by id." })
  readonly skills!: readonly RoadmapSkill[];

  @Field(() => [Certification], { description: "Certifications that show a skill of this stage and are not yet held." })
  readonly certifications!: readonly Certification[];

  @Field(() => [Degree], {
    description:
      "The degree that the role needs and that neither the profile nor `from` has: none or one, in the first stage. Of several MINIMUM degrees it is the one of the lowest level; a held degree of a higher level meets it too.",
  })
  readonly degrees!: readonly Degree[];
}

@ObjectType({
  description:
    "What to learn for one role, in order: the skills that `skillGap` lists as `missing` and `toRaise`, and those they build on. Other needs of the roles on the way are not listed here; `PathStep.skillsToLearn` has it. A value without id: it depends on the profile.",
})
export class Roadmap {
  /** Ids behind the fields `from` and `to`. */
  readonly fromId!: string | null;
  readonly toId!: string;

  @Field(() => [RoadmapStage], { description: "The stages in order; those with nothing to do are left out." })
  readonly stages!: readonly RoadmapStage[];

  @Field(() => [IgnoredReference], {
    description: "References of the profile that were left out, where `ignoreUnknown` asks for that; else empty.",
  })
  readonly ignored!: readonly IgnoredReference[];
}
