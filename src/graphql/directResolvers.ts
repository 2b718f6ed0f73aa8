import {
  getNamedType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from "graphql";
import { getMetadataStorage } from "type-graphql";
import { typeNameOf } from "../model/Node.js";
import type { Context } from "./Context.js";

type FieldResolver = ReturnType<typeof getMetadataStorage>["fieldResolvers"][number];
type Resolve = GraphQLFieldResolver<unknown, Context>;
type Method = (...params: unknown[]) => unknown;

/**
 * Lets graphql-js read properties, resolve types by id and call field resolvers without the wrappers of type-graphql. On each call, a wrapper
 * looks up the resolver's instance, sorts its parameters and creates two closures, which takes several times as long as the resolver itself,
 * and an answer has hundreds of such fields. Methods with arguments are rare in an answer and keep the wrapper, which converts the arguments.
 * @param schema built by type-graphql in this process; its fields are changed in place
 */
export function directResolvers(schema: GraphQLSchema): void {
  const { fieldResolvers, objectTypes, interfaceTypes } = getMetadataStorage();
  const typeNames = new Map<unknown, string>(
    [...objectTypes, ...interfaceTypes].map(({ target, name }) => [target, name]),
  );
  const resolvers = new Map(
    fieldResolvers.map((resolver) => [`${typeNames.get(resolver.getObjectType?.())}.${resolver.schemaName}`, resolver]),
  );
  const instances = new Map<unknown, Record<string, Method>>();
  for (const type of Object.values(schema.getTypeMap())) {
    // The library would return a promise, which takes a fifth of the time of a list.
    if (isInterfaceType(type)) type.resolveType = typeNameOf;
    if (!isObjectType(type) || type === schema.getQueryType() || type.name.startsWith("__")) continue;
    const owners = [type, ...type.getInterfaces()];
    for (const field of Object.values(type.getFields())) {
      const resolver = owners.map(({ name }) => resolvers.get(`${name}.${field.name}`)).find((it) => it !== undefined);
      if (resolver === undefined) {
        // Without a resolver, a compiled operation reads the property without a call, so it must not be a promise, as nodes may be.
        // `delete` would make reads of the field slower.
        Object.assign(field, { resolve: isLeafType(getNamedType(field.type)) ? undefined : property(field.name) });
        continue;
      }
      const resolve = direct(resolver, instances);
      if (resolve !== null) field.resolve = resolve;
    }
  }
}

/** Reads a property. */
function property(name: string): Resolve {
  return (source) => (source as Readonly<Record<string, unknown>>)[name];
}

/** A direct call of a resolver's method; null unless its parameters are the root, or the root and the context. */
function direct(resolver: FieldResolver, instances: Map<unknown, Record<string, Method>>): Resolve | null {
  const { target, methodName, kind, middlewares = [], roles, params = [] } = resolver;
  if (kind !== "external" || middlewares.length > 0 || roles !== undefined) return null;
  const given = params.toSorted((left, right) => left.index - right.index);
  if (given.some((param) => "propertyName" in param && param.propertyName !== undefined)) return null;
  if (given.some((param) => param.kind === "root" && param.getType !== undefined)) return null;
  const kinds = given.map((param) => param.kind).join();
  if (kinds !== "root" && kinds !== "root,context") return null;
  let instance = instances.get(target);
  if (instance === undefined) instances.set(target, (instance = new (target as new () => Record<string, Method>)()));
  const method = instance[methodName]!.bind(instance);
  return (root, _args, context) => method(root, context);
}
