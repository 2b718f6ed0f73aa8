import { type GraphQLFieldResolver, type GraphQLSchema, isInterfaceType, isObjectType } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { typeNameOf } from "../model/Node.js";
import type { Context } from "./Context.js";

type FieldResolver = ReturnType<typeof getMetadataStorage>["fieldResolvers"][number];
type Resolve = GraphQLFieldResolver<unknown, Context>;
type Method = (...params: unknown[]) => unknown;

/**
 * Lets graphql-js read properties, tell types by their ids and call field resolvers without the wrappers of type-graphql, which look up the
 * resolver's instance, sort its params and make two closures each time: several times the work of what they wrap, and an
 * answer holds hundreds. Methods with arguments, of which an answer holds few, keep the wrapper, which converts those.
 * @param schema as built by type-graphql in this process; its fields are changed in place
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
    // The library would answer by a promise, which costs a list a fifth of its time.
    if (isInterfaceType(type)) type.resolveType = typeNameOf;
    if (!isObjectType(type) || type === schema.getQueryType() || type.name.startsWith("__")) continue;
    const owners = [type, ...type.getInterfaces()];
    for (const field of Object.values(type.getFields())) {
      const resolver = owners.map(({ name }) => resolvers.get(`${name}.${field.name}`)).find((it) => it !== undefined);
      if (resolver === undefined) {
        // The property is read, for which a compiled operation needs no call. Deleted, it would slow down whatever reads the field.
        Object.assign(field, { resolve: undefined });
        continue;
      }
      const resolve = direct(resolver, instances);
      if (resolve !== null) field.resolve = resolve;
    }
  }
}

/** The call of a resolver's method; null if its params are not the root, or the root and the context, as they are. */
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
