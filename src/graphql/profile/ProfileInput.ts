import { Field, Float, InputType } from "type-graphql";
import { ProfileLevel } from "./ProfileLevel.js";

@InputType({ description: "What a person already has. Skills that the person holds need not be learned." })
export class ProfileInput {
  @Field(() => [String], { nullable: true, description: "Skills held: ids, names or aliases, at most 100." })
  readonly skills?: readonly string[] | null;

  @Field(() => [ProfileLevel], {
    nullable: true,
    description:
      "Skills held at a given level, at most 100. They need not be listed in `skills`. The level given here overrides the level from `from`. For a role of another dataset, the skill counts as held without a level.",
  })
  readonly levels?: readonly ProfileLevel[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Certifications held: ids, names or aliases, at most 100. The skills that they prove count as held.",
  })
  readonly certifications?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Degrees held: ids, names or aliases, at most 100. A degree meets a need for itself and for any degree of a lower level. Degrees do not change which paths are found; `PathStep.degrees` and `roadmap` leave out needs that are met.",
  })
  readonly degrees?: readonly string[] | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Years of experience, 0 to 100. They do not change which paths are found; `roadmap` begins at the phase that they fall in.",
  })
  readonly years?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "True ignores references that name nothing or several things, and lists them under `ignored`; false or null makes them errors.",
  })
  readonly ignoreUnknown?: boolean | null;
}
