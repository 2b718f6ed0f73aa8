import { Field, Int, ObjectType } from "type-graphql";
import { Entity } from "./Entity.js";
import { Experience } from "./Experience.js";
import { Label } from "./Label.js";
import { Preparation } from "./Preparation.js";
import { RolePlace } from "./RolePlace.js";

@ObjectType({ description: "A job role.", implements: Entity })
export class Role extends Entity {
  @Field(() => String, { description: "The role's usual title." })
  readonly title!: string;

  @Field(() => [String], { description: "Other titles that name the role; each works as a reference." })
  readonly aliases!: readonly string[];

  @Field(() => [Label], {
    description:
      "The usual name in other languages, by language; each works as a reference. Empty where the dataset has none.",
  })
  readonly labels!: readonly Label[];

  @Field(() => String, {
    nullable: true,
    description: "What the role is, in a sentence or two; null where no source describes it.",
  })
  readonly summary!: string | null;

  @Field(() => RolePlace, { description: "The role's place on or off the career ladder." })
  readonly place!: RolePlace;

  @Field(() => Int, {
    nullable: true,
    description:
      "Level comparable across the tracks of its dataset, from 1 (the lowest) to 30 at most: the dataset's own reading; of an occupation on no ladder, such as one of O*NET, the preparation that it asks for, from 1 (little) to 5 (extensive). Null where there is none.",
  })
  readonly seniority!: number | null;

  @Field(() => Experience, {
    nullable: true,
    description: "Years of experience asked for; null where no source gives any.",
  })
  readonly experience!: Experience | null;

  @Field(() => Preparation, {
    nullable: true,
    description:
      "What one needs before one starts, such as a job zone with its education; null where no source says. It is neither experience nor seniority.",
  })
  readonly preparation!: Preparation | null;

  /** Id of the track; null where the sources put the role on no track or on several. The field `track` resolves it. */
  readonly trackId!: string | null;
}
