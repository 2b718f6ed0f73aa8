import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";

/**
 * A validation rule that refuses operations whose fields nest deeper than a limit. Fragments count as if written out;
 * introspection is left out, for graphql-js limits it by a rule of its own. Each fragment is measured once, so the cost is
 * linear in the document, whatever its fragments spread.
 */
export function maxDepthRule(limit: number): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    const fragmentDepths = new Map<string, number>();

    function depthOf(set: SelectionSetNode | undefined): number {
      let deepest = 0;
      for (const selection of set?.selections ?? []) {
        if (selection.kind === Kind.FIELD) {
          if (!selection.name.value.startsWith("__")) deepest = Math.max(deepest, 1 + depthOf(selection.selectionSet));
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          deepest = Math.max(deepest, depthOf(selection.selectionSet));
        } else {
          const fragment = context.getFragment(selection.name.value);
          if (fragment) deepest = Math.max(deepest, depthOfFragment(fragment));
        }
      }
      return deepest;
    }

    function depthOfFragment(fragment: FragmentDefinitionNode): number {
      const name = fragment.name.value;
      let depth = fragmentDepths.get(name);
      if (depth === undefined) {
        // A fragment that spreads itself is refused by a rule of graphql-js; here it must only come to an end.
        fragmentDepths.set(name, 0);
        depth = depthOf(fragment.selectionSet);
        fragmentDepths.set(name, depth);
      }
      return depth;
    }

    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet);
        if (depth > limit) {
          context.reportError(
            new GraphQLError(
              `The operation nests fields ${depth} deep; ${limit} is the limit. Ask for the inner part in an operation of its own, by id.`,
              { nodes: operation, extensions: { code: "QUERY_TOO_DEEP", depth, limit } },
            ),
          );
        }
      },
    };
  };
}
