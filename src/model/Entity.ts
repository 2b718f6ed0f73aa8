import { Field, InterfaceType } from "type-graphql";
import { Citation } from "./Citation.js";
import { Node } from "./Node.js";

@InterfaceType({
  description: "What the graph shows as a node: everything a person can look at on its own.",
  implements: Node,
})
export abstract class Entity extends Node {
  @Field(() => String, { description: "Text to show for the node: its title, name or question." })
  readonly label!: string;

  /** Id of the dataset that the record comes from: the first that holds it. The field `origin` resolves it. */
  readonly originId!: string;

  @Field(() => [Citation], {
    description: "Every citation of this record: who says so. Empty only for sources, which may cite nothing.",
  })
  readonly citations!: readonly Citation[];
}
