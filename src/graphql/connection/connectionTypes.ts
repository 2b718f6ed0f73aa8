import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { PageInfo } from "./PageInfo.js";

/** One item of a page. Classes that extend it add the fields of the link. */
export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A page of a list, as the Relay connection specification defines it, with `nodes` in addition. */
export interface Connection<T, E extends Edge<T> = Edge<T>> {
  readonly totalCount: number;
  readonly edges: readonly E[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
}

/** Base class of an edge type; extend it with `@ObjectType` and the fields of the link. `node` may be an interface. */
export function edgeType<T extends object>(node: () => ClassType<T> | (abstract new () => T), what: string) {
  @ObjectType()
  abstract class EdgeBase implements Edge<T> {
    @Field(() => String, {
      description: "Cursor of this item, for `after` and `before`. It remains valid when the dataset changes.",
    })
    readonly cursor!: string;

    @Field(() => node() as ClassType<T>, { description: `The ${what}.` })
    readonly node!: T;
  }
  return EdgeBase;
}

/** Base class of a connection type; extend it with `@ObjectType`. */
export function connectionType<T extends object, E extends Edge<T>>(
  node: () => ClassType<T> | (abstract new () => T),
  edge: () => ClassType<E>,
  what: string,
) {
  @ObjectType()
  abstract class ConnectionBase implements Connection<T, E> {
    @Field(() => Int, { description: `Number of ${what} in the whole list.` })
    readonly totalCount!: number;

    @Field(() => [edge()], { description: `The ${what} on this page, each with its cursor.` })
    readonly edges!: readonly E[];

    @Field(() => [node() as ClassType<T>], { description: `The ${what} on this page, without cursors.` })
    readonly nodes!: readonly T[];

    @Field(() => PageInfo, { description: "Position of this page in the list." })
    readonly pageInfo!: PageInfo;
  }
  return ConnectionBase;
}
