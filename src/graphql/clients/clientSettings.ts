import {
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";

/** What the caches and code generators of clients must know of the schema. */
export interface ClientSettings {
  /** Object types of each interface and union. */
  readonly possibleTypes: Readonly<Record<string, readonly string[]>>;
  /** Object types without an id: a cache keeps them inside the object that holds them. */
  readonly valueTypes: readonly string[];
  /** Fields that give a connection, by type; several pages of one may be kept as one list. */
  readonly connections: Readonly<Record<string, readonly string[]>>;
  /** Scalars of this schema, all of which are strings in JSON. */
  readonly scalars: Readonly<Record<string, "string">>;
}

/** Reads the settings off a schema. Everything is in the order of names. */
export function clientSettings(schema: GraphQLSchema): ClientSettings {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const objects = types.filter(isObjectType);
  return {
    possibleTypes: Object.fromEntries(
      types.filter(isAbstractType).map((type) => [
        type.name,
        schema
          .getPossibleTypes(type)
          .map(({ name }) => name)
          .sort(),
      ]),
    ),
    valueTypes: objects
      .filter((type) => type !== schema.getQueryType() && !("id" in type.getFields()))
      .map(({ name }) => name),
    connections: Object.fromEntries(
      objects.map((type) => [type.name, connectionsOf(type)] as const).filter(([, fields]) => fields.length > 0),
    ),
    scalars: Object.fromEntries(
      types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type)).map(({ name }) => [name, "string"]),
    ),
  };
}

function connectionsOf(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter((field) => field.args.some(({ name }) => name === "after"))
    .map(({ name }) => name)
    .sort();
}
