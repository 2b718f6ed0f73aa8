import { Field, Int, ObjectType } from "type-graphql";
import { Role } from "../../model/Role.js";
import { Track } from "../../model/Track.js";
import { Transition } from "../../model/Transition.js";

@ObjectType({ description: "Roles of one level on the tracks compared." })
export class Rung {
  @Field(() => Int, {
    description: "Level from 1 (junior), set by the dataset and comparable across its tracks.",
  })
  readonly seniority!: number;

  @Field(() => [Role], { description: "The roles of this level, by track in the order of the request, then by title." })
  readonly roles!: readonly Role[];
}

@ObjectType({ description: "Career tracks side by side." })
export class TrackComparison {
  @Field(() => [Track], { description: "The tracks, in the order of the request." })
  readonly tracks!: readonly Track[];

  @Field(() => [Rung], { description: "The levels, lowest first. Roles without a seniority are left out." })
  readonly rungs!: readonly Rung[];

  @Field(() => [Transition], { description: "Transitions from a role of one of the tracks to a role of another." })
  readonly switches!: readonly Transition[];
}
