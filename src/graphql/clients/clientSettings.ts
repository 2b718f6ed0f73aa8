import {
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";

/** The settings of client caches and code generators that depend on the schema. */
export interface ClientSettings {
  /** Object types of each interface and union. */
  readonly possibleTypes: Readonly<Record<string, readonly string[]>>;
  /** Object types without an id: a cache keeps them inside their parent object. */
  readonly valueTypes: readonly string[];
  /** Fields that return a connection, by type. A cache may merge their pages into one list. */
  readonly connections: Readonly<Record<string, readonly string[]>>;
  /** Scalars of this schema, all of which are strings in JSON. */
  readonly scalars: Readonly<Record<string, "string">>;
}

/** Derives the settings from a schema, sorted by name. */
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
