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
      "The usual name in other languages, sorted by language; each works as a reference. Empty if the dataset has none.",
  })
  readonly labels!: readonly Label[];

  @Field(() => String, {
    nullable: true,
    description: "What the role is, in a sentence or two; null if no source describes it.",
  })
  readonly summary!: string | null;

  @Field(() => RolePlace, { description: "The role's place on or off the career ladder." })
  readonly place!: RolePlace;

  @Field(() => Int, {
    nullable: true,
    description:
      "Level from 1 (the lowest) to at most 30, set by the dataset and comparable across its tracks. Null if the dataset sets none.",
  })
  readonly seniority!: number | null;

  @Field(() => Experience, {
    nullable: true,
    description: "Years of experience that the role asks for; null if no source gives any.",
  })
  readonly experience!: Experience | null;

  @Field(() => Preparation, {
    nullable: true,
    description:
      "What the role requires before a person starts in it, such as a job zone with its education; null if no source says. It is neither experience nor seniority.",
  })
  readonly preparation!: Preparation | null;

  /** Id of the track; null if the sources assign the role to no track or to several. The field `track` resolves it. */
  readonly trackId!: string | null;
}
