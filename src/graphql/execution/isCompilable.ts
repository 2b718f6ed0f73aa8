import {
  BREAK,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";

/** Fields that code is written for at most: those of an interface once for each of its types. It takes some 30 µs each. */
const MOST_FIELDS = 1_000;

/** What a document may consist of. Strings and directives are not among it. */
const ALLOWED = new Set<string>([
  Kind.DOCUMENT,
  Kind.OPERATION_DEFINITION,
  Kind.FRAGMENT_DEFINITION,
  Kind.VARIABLE_DEFINITION,
  Kind.VARIABLE,
  Kind.SELECTION_SET,
  Kind.FIELD,
  Kind.ARGUMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.INLINE_FRAGMENT,
  Kind.NAME,
  Kind.NAMED_TYPE,
  Kind.LIST_TYPE,
  Kind.NON_NULL_TYPE,
  Kind.INT,
  Kind.FLOAT,
  Kind.BOOLEAN,
  Kind.ENUM,
  Kind.NULL,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
]);

/**
 * Whether an operation may be given to the compiler, graphql-jit 0.8.9, which writes parts of a document into code that runs in this process:
 * - A string is written in such a way that some are run (`__MAGIC_DATE__…`), so a document with any string in it is not compiled. Frontends
 *   that ask again and again send theirs as variables.
 * - Names become names in the code. Those with `_` may meet there (`a_b { c }` and `a { b_c }`), and `constructor` and its like are
 *   known to all objects.
 * - Of fields under `@skip` and `@include`, and variables inside of lists and objects, it makes something else than graphql-js.
 * - For each interface inside of an interface, the code grows by as many times as that has types.
 *
 * @param document valid by the schema
 */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  return hasPlainWords(document) && fieldsToCompile(schema, document, operation) <= MOST_FIELDS;
}

function hasPlainWords(document: DocumentNode): boolean {
  let isPlain = true;
  visit(document, {
    enter(node, _key, parent) {
      isPlain =
        ALLOWED.has(node.kind) &&
        (node.kind !== Kind.NAME || isPlainName(node.value)) &&
        // The items of a list stand in an array.
        (node.kind !== Kind.VARIABLE || !Array.isArray(parent)) &&
        (node.kind !== Kind.OBJECT_FIELD || node.value.kind !== Kind.VARIABLE);
      return isPlain ? undefined : BREAK;
    },
  });
  return isPlain;
}

function isPlainName(name: string): boolean {
  return name === "__typename" || (/^[A-Za-z][A-Za-z0-9]*$/.test(name) && !(name in Object.prototype));
}

/** How many fields of the operation code is written for; no exact figure beyond `MOST_FIELDS`. */
function fieldsToCompile(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const query = schema.getQueryType();
  if (!query) return Infinity;
  let count = 0;
  const countAll = (type: GraphQLObjectType, selected: ReadonlyMap<string, readonly FieldNode[]>): void => {
    for (const nodes of selected.values()) {
      if (++count > MOST_FIELDS) return;
      const field = type.getFields()[nodes[0]!.name.value];
      if (field !== undefined) countInside(field.type, nodes);
    }
  };
  const countInside = (type: GraphQLOutputType, nodes: readonly FieldNode[]): void => {
    const named = getNamedType(type);
    const types = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
    for (const one of types) countAll(one, collectSubfields(schema, fragments, {}, one, nodes));
  };
  countAll(query, collectFields(schema, fragments, {}, query, operation.selectionSet));
  return count;
}
