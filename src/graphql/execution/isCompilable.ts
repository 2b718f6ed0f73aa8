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

/** Maximum number of fields of a compiled operation. A field of an interface counts once for each of its types. Compiling takes about 30 µs per field. */
const MOST_FIELDS = 1_000;

/** The syntax nodes that a compiled document may contain. Strings and directives are not among them. */
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
 * Whether an operation can be compiled safely. The compiler, graphql-jit 0.8.9, writes parts of a document into code that runs in this process:
 * - It writes strings in such a way that some are executed (`__MAGIC_DATE__…`), so a document with any string is not compiled. Frontends
 *   that send an operation often send strings as variables.
 * - Names of fields become names in the code. Names with `_` may collide there (`a_b { c }` and `a { b_c }`), and names such as `constructor`
 *   exist on every object.
 * - It handles fields with `@skip` and `@include`, and variables inside lists and objects, differently from graphql-js.
 * - Each interface inside an interface multiplies the code by its number of types.
 *
 * @param document a document that is valid against the schema
 */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  return isPlainDocument(document) && fieldsToCompile(schema, document, operation) <= MOST_FIELDS;
}

/** Whether a document contains only allowed syntax nodes and plain names, and no variable inside a list or an object. */
function isPlainDocument(document: DocumentNode): boolean {
  let isPlain = true;
  visit(document, {
    enter(node, _key, parent) {
      isPlain =
        ALLOWED.has(node.kind) &&
        (node.kind !== Kind.NAME || isPlainName(node.value)) &&
        // A list value has its items in an array.
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

/** Number of fields that would be compiled; not exact beyond `MOST_FIELDS`. */
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
