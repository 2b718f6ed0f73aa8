import { Field, InterfaceType } from "type-graphql";
import { Citation } from "./Citation.js";
import { Node } from "./Node.js";

@InterfaceType({
  description: "A node of the graph that can be shown on its own.",
  implements: Node,
})
export abstract class Entity extends Node {
  @Field(() => String, { description: "Text to show for the node: its title, name or question." })
  readonly label!: string;

  /** Id of the dataset that the record comes from, which is the first that contains it. The field `origin` resolves it. */
  readonly originId!: string;

  @Field(() => [Citation], {
    description: "Every citation of this record: who says so. Only a source may have none.",
  })
  readonly citations!: readonly Citation[];
}
