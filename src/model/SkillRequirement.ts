import { Field, Float, ObjectType } from "type-graphql";
import { Basis } from "./Basis.js";
import type { Citation } from "./Citation.js";
import { Importance } from "./Importance.js";
import { Node } from "./Node.js";

@ObjectType({
  description:
    "One role's need for one skill. It does not depend on a profile, so a client can cache it by id. The profile only decides which needs a list contains.",
  implements: Node,
})
export class SkillRequirement extends Node {
  /** Id behind the field `role`. */
  readonly roleId!: string;

  /** Id behind the field `skill`. */
  readonly skillId!: string;

  @Field(() => Importance, { description: "How much the role needs the skill." })
  readonly importance!: Importance;

  @Field(() => Float, {
    nullable: true,
    description:
      "Level at which the role needs the skill, on the scale of the role's dataset (`levelScale`); null if the dataset gives none.",
  })
  readonly requiredLevel!: number | null;

  @Field(() => Basis, {
    description:
      "STATED if a source names the skill for this role; INFERRED if the dataset derives the need from something else, such as a lower rung of the same ladder; `note` may say from what.",
  })
  readonly basis!: Basis;

  @Field(() => String, {
    nullable: true,
    description:
      "What a reader must know, for instance how much of the skill the source asks for, or what the need is inferred from; null if there is nothing to add.",
  })
  readonly note!: string | null;

  /** Citations of the need; the field `sources` resolves them. */
  readonly citations!: readonly Citation[];
}
