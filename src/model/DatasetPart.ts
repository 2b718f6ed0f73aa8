import { Field, ObjectType } from "type-graphql";
import { AssumedYears } from "./AssumedYears.js";
import { LevelScale } from "./LevelScale.js";
import { Node } from "./Node.js";
import { NodeCount } from "./NodeCount.js";

@ObjectType({
  description:
    "One of the datasets that are served together: a folder of roles and skills with its own sources, or a folder of matches between other datasets.",
  implements: Node,
})
export class DatasetPart extends Node {
  @Field(() => String, { description: "Name of the dataset." })
  readonly name!: string;

  @Field(() => String, { description: "Version of the dataset, as its editors number it." })
  readonly version!: string;

  @Field(() => [String], {
    description:
      "Lines that must be shown wherever its data are shown, because the licences of its sources require them; empty if none does.",
  })
  readonly attributions!: readonly string[];

  @Field(() => AssumedYears, {
    nullable: true,
    description: "The years that the dataset declares for steps whose time is unknown; null if it declares none.",
  })
  readonly assumedYears!: AssumedYears | null;

  @Field(() => LevelScale, {
    nullable: true,
    description: "The scale of the levels at which its roles need skills; null if the dataset has no levels.",
  })
  readonly levelScale!: LevelScale | null;

  @Field(() => [NodeCount], {
    description:
      "Number of nodes of each kind in the dataset. Nodes that are also in a dataset listed before it are not counted.",
  })
  readonly counts!: readonly NodeCount[];
}
