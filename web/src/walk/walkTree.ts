/** A node of the graph. */
export interface WalkNode {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
}

/** What joins a node to the one that it was reached from. */
export interface Tie {
  readonly type: string;
  /** Whether it leads away from the one that the node was reached from. */
  readonly isOut: boolean;
  readonly isInferred: boolean;
}

/** A node on the way, with what is joined to it once it is opened. */
export interface Branch {
  readonly node: WalkNode;
  /** One or more; none of the node that the walk begins at. */
  readonly ties: readonly Tie[];
  readonly isOpen: boolean;
  /** Whether what is joined to it is still to come. */
  readonly isLoading: boolean;
  /** Whether what is joined to it cannot be read. */
  readonly isFailed: boolean;
  /** By kind, then label. Empty until it is opened. */
  readonly branches: readonly Branch[];
  /** How many more are joined to it that stand elsewhere in the tree. */
  readonly elsewhere: number;
  /** Whether more are joined to it than the service gave. */
  readonly isTruncated: boolean;
}

/** What the service says is around a node. */
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
 * The nodes that a walk has come by, as a tree: each stands once, where it was met first, level by level. So a tree has no rings, and
 * says of each node how much of what is joined to it stands elsewhere.
 * @param around by the id of its root; what is still to come is missing, what cannot be read null
 * @param open ids of opened nodes besides the one that the walk begins at
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

/** The nodes that are joined to the root, each with all that joins it. */
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
