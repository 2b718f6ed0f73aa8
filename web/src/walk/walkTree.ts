/** A node of the graph. */
export interface WalkNode {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
}

/** A relation between a node and its parent in the tree. */
export interface Tie {
  readonly type: string;
  /** Whether the relation leads from the parent to the node. */
  readonly isOut: boolean;
  readonly isInferred: boolean;
}

/** A node in the tree, with its neighbors if it is open. */
export interface Branch {
  readonly node: WalkNode;
  /** The relations to the parent: at least one, except for the root. */
  readonly ties: readonly Tie[];
  readonly isOpen: boolean;
  /** Whether its neighbors are still loading. */
  readonly isLoading: boolean;
  /** Whether its neighbors could not be read. */
  readonly isFailed: boolean;
  /** Sorted by kind, then label. Empty unless the node is open. */
  readonly branches: readonly Branch[];
  /** How many of its neighbors are elsewhere in the tree. */
  readonly elsewhere: number;
  /** Whether it has more neighbors than the service returned. */
  readonly isTruncated: boolean;
}

/** The neighborhood of a node, as the service returns it. */
export interface Around {
  readonly truncated: boolean;
  readonly root: WalkNode;
  readonly nodes: readonly WalkNode[];
  readonly edges: readonly {
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly basis: string | null;
  }[];
}

/**
 * Builds a tree of the opened nodes and their neighbors, breadth first. Each node appears once, where it is found first, so the tree has
 * no cycles. `elsewhere` counts the neighbors of a node that appear in another place.
 * @param around the neighborhoods by the id of their root; one that is still loading is missing, one that could not be read is null
 * @param open ids of the opened nodes, without the root
 */
export function walkTree(start: Around, around: ReadonlyMap<string, Around | null>, open: ReadonlySet<string>): Branch {
  interface Growing extends Omit<Branch, "branches" | "elsewhere"> {
    branches: Growing[];
    elsewhere: number;
  }
  const grown = (node: WalkNode, ties: readonly Tie[], isOpen: boolean): Growing => ({
    node,
    ties,
    isOpen,
    isLoading: isOpen && !around.has(node.id) && node.id !== start.root.id,
    isFailed: isOpen && around.get(node.id) === null,
    branches: [],
    elsewhere: 0,
    isTruncated: isOpen && (node.id === start.root.id ? start : around.get(node.id))?.truncated === true,
  });
  const root = grown(start.root, [], true);
  const placed = new Set([root.node.id]);
  let level: readonly (readonly [Growing, string | null])[] = [[root, null]];
  while (level.length > 0) {
    const next: (readonly [Growing, string | null])[] = [];
    for (const [branch, parent] of level) {
      const near = branch === root ? start : around.get(branch.node.id);
      if (!branch.isOpen || near === undefined || near === null) continue;
      for (const [node, ties] of neighbors(near)) {
        if (node.id === parent) continue;
        if (placed.has(node.id)) {
          branch.elsewhere++;
          continue;
        }
        placed.add(node.id);
        branch.branches.push(grown(node, ties, open.has(node.id)));
      }
      branch.branches.sort(
        ({ node: a }, { node: b }) =>
          a.kind.localeCompare(b.kind, "en") || a.label.localeCompare(b.label, "en") || (a.id < b.id ? -1 : 1),
      );
      next.push(...branch.branches.map((child) => [child, branch.node.id] as const));
    }
    level = next;
  }
  return root;
}

/** The neighbors of the root, each with all relations between the two. */
function neighbors({ root, nodes, edges }: Around): readonly (readonly [WalkNode, readonly Tie[]])[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ties = new Map<string, Tie[]>();
  for (const { type, from, to, basis } of edges) {
    if (from === to || (from !== root.id && to !== root.id)) continue;
    const isOut = from === root.id;
    const other = isOut ? to : from;
    if (!byId.has(other)) continue;
    if (!ties.has(other)) ties.set(other, []);
    ties.get(other)?.push({ type, isOut, isInferred: basis === "INFERRED" });
  }
  return [...ties].flatMap(([id, list]) => {
    const node = byId.get(id);
    return node === undefined ? [] : [[node, list] as const];
  });
}
