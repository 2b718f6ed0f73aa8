import { Field, ObjectType } from "type-graphql";
import { Certification } from "../../model/Certification.js";
import { Degree } from "../../model/Degree.js";
import { YearSpan } from "../../model/YearSpan.js";
import { IgnoredReference } from "../references/IgnoredReference.js";

@ObjectType({ description: "A skill on a roadmap." })
export class RoadmapSkill {
  /** Ids behind the fields `skill`, `buildsOn` and `neededBy`. */
  readonly skillId!: string;
  readonly buildsOnIds!: readonly string[];
  readonly neededByIds!: readonly string[];
}

@ObjectType({ description: "One stage of a roadmap: what to learn in it, and what may show that it was learned." })
export class RoadmapStage {
  @Field(() => String, { description: "Name of the phase of skill development." })
  readonly name!: string;

  @Field(() => YearSpan, {
    nullable: true,
    description: "Years of experience that the phase covers; null where the dataset knows no phases.",
  })
  readonly years!: YearSpan | null;

  @Field(() => [RoadmapSkill], { description: "Skills to learn, what is built on first." })
  readonly skills!: readonly RoadmapSkill[];

  @Field(() => [Certification], { description: "Certificates that show a skill of this stage and are not yet held." })
  readonly certifications!: readonly Certification[];

  @Field(() => [Degree], {
    description: "Degrees that the role asks for as MINIMUM and the person does not hold; all in the first stage.",
  })
  readonly degrees!: readonly Degree[];
}

@ObjectType({ description: "What to learn for a role, in order. A value without id: it depends on the profile." })
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
