import { Field, ID, InterfaceType } from "type-graphql";
import { TYPE_OF_PREFIX, prefixOf } from "./EntityId.js";

/** The GraphQL type name of an object, by its id; if it is undefined, graphql-js reports the id as unknown. */
export function typeNameOf(value: { readonly id: string }): string | undefined {
  const prefix = prefixOf(value.id);
  return prefix === null ? undefined : TYPE_OF_PREFIX[prefix];
}

@InterfaceType({
  description:
    "Anything with a global id, which clients can use as a cache key. An id has the form `kind:slug`, such as `role:staff-ml-engineer`, and stays the same across revisions of the dataset.",
})
export abstract class Node {
  @Field(() => ID, {
    description: "Global id, `kind:slug`. Pass it to `node`, or to any argument that takes a reference.",
  })
  readonly id!: string;
}
