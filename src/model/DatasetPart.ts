import { Field, ObjectType } from "type-graphql";
import { AssumedYears } from "./AssumedYears.js";
import { LevelScale } from "./LevelScale.js";
import { Node } from "./Node.js";
import { NodeCount } from "./NodeCount.js";

@ObjectType({
  description:
    "One of the datasets that are served together: a folder of roles and skills with its own sources, or a folder of matches between others.",
  implements: Node,
})
export class DatasetPart extends Node {
  @Field(() => String, { description: "Name of the dataset." })
  readonly name!: string;

  @Field(() => String, { description: "Its version, as its editors number it." })
  readonly version!: string;

  @Field(() => [String], {
    description:
      "Lines to show wherever its data are shown, as the licences of its sources ask; empty where none asks for any.",
  })
  readonly attributions!: readonly string[];

  @Field(() => AssumedYears, {
    nullable: true,
    description: "The years that it declares for steps of unknown time; null where it declares none.",
  })
  readonly assumedYears!: AssumedYears | null;

  @Field(() => LevelScale, {
    nullable: true,
    description: "The scale of the levels at which its roles need skills; null where it gives no levels.",
  })
  readonly levelScale!: LevelScale | null;

  @Field(() => [NodeCount], {
    description: "Number of nodes of each kind that it holds, less those that a dataset listed before it holds too.",
  })
  readonly counts!: readonly NodeCount[];
}
