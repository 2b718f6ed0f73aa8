import { Field, Float, InputType } from "type-graphql";
import { ProfileLevel } from "./ProfileLevel.js";

@InputType({ description: "What a person already has. Skills that they hold need not be learned." })
export class ProfileInput {
  @Field(() => [String], { nullable: true, description: "Skills held: ids, names or aliases, 100 at most." })
  readonly skills?: readonly string[] | null;

  @Field(() => [ProfileLevel], {
    nullable: true,
    description:
      "Skills held at a level, 100 at most; they need not be among `skills`. Such a level decides alone, whatever `from` needs; a role of another dataset takes the skill as held without level.",
  })
  readonly levels?: readonly ProfileLevel[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Certifications held: ids, names or aliases, 100 at most; the skills that they certify count as held.",
  })
  readonly certifications?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Degrees held: ids, names or aliases, 100 at most. A needed degree is met by itself and by any of a higher level. They change no path: `PathStep.degrees` and `roadmap` leave out what is met.",
  })
  readonly degrees?: readonly string[] | null;

  @Field(() => Float, {
    nullable: true,
    description: "Years of experience, 0 to 100. They change no path; `roadmap` begins at the phase that they fall in.",
  })
  readonly years?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "True leaves out references that name nothing or several things, and lists them under `ignored`; false or null makes them errors.",
  })
  readonly ignoreUnknown?: boolean | null;
}
