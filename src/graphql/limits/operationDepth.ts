import { type DocumentNode, type FragmentDefinitionNode, getOperationAST, Kind, type SelectionSetNode } from "graphql";

/**
 * How deeply an operation nests fields. Fragments count as if they were written out. Introspection does not count, because graphql-js has
 * its own limit for it. Each fragment is measured once, so the time is linear in the size of the document. The document must be valid,
 * without cycles of fragments.
 */
export function operationDepth(document: DocumentNode, operationName: string | null | undefined): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const fragmentDepths = new Map<string, number>();

  function depthOf(set: SelectionSetNode | undefined): number {
    let deepest = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        if (!selection.name.value.startsWith("__")) deepest = Math.max(deepest, 1 + depthOf(selection.selectionSet));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        deepest = Math.max(deepest, depthOf(selection.selectionSet));
      } else {
        deepest = Math.max(deepest, depthOfFragment(selection.name.value));
      }
    }
    return deepest;
  }

  function depthOfFragment(name: string): number {
    let depth = fragmentDepths.get(name);
    if (depth === undefined) {
      depth = depthOf(fragments.get(name)?.selectionSet);
      fragmentDepths.set(name, depth);
    }
    return depth;
  }

  return depthOf(getOperationAST(document, operationName)?.selectionSet);
}
