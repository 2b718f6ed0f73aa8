import { Field, ObjectType } from "type-graphql";
import type { Citation } from "./Citation.js";
import { Necessity } from "./Necessity.js";
import { Node } from "./Node.js";

@ObjectType({ description: "One role's request for one degree.", implements: Node })
export class DegreeRequirement extends Node {
  /** Id of the role that asks for the degree. */
  readonly roleId!: string;

  /** Id behind the field `degree`. */
  readonly degreeId!: string;

  @Field(() => Necessity, { description: "Whether the degree is required, usual or helpful." })
  readonly necessity!: Necessity;

  @Field(() => String, {
    nullable: true,
    description:
      "What a reader must know, such as an exception that the source makes; null if there is nothing to add.",
  })
  readonly note!: string | null;

  /** Citations of the request; the field `sources` resolves them. */
  readonly citations!: readonly Citation[];
}
