import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Around, type Branch, walkTree } from "../../web/src/walk/walkTree.js";

const nodeOf = (place: number) => ({
  id: `node:${place}`,
  label: `Node ${place}`,
  kind: place % 2 === 0 ? "ROLE" : "SKILL",
});

/** The neighborhood of each node of a small graph, as the service returns it. */
const graphs = fc
  .record({
    ties: fc.array(fc.record({ from: fc.nat(9), to: fc.nat(9), type: fc.constantFrom("LEADS_TO", "REQUIRES") }), {
      maxLength: 25,
    }),
    open: fc.uniqueArray(fc.nat(9)),
  })
  .map(({ ties, open }) => {
    const around = (place: number): Around => {
      const edges = ties
        .filter(({ from, to }) => from === place || to === place)
        .map(({ from, to, type }) => ({ type, from: `node:${from}`, to: `node:${to}`, basis: null }));
      const near = [
        ...new Set([place, ...ties.flatMap(({ from, to }) => (from === place ? [to] : to === place ? [from] : []))]),
      ];
      return { truncated: false, root: nodeOf(place), nodes: near.map(nodeOf), edges };
    };
    return { around, open };
  });

const all = (branch: Branch): readonly Branch[] => [branch, ...branch.branches.flatMap(all)];

describe("The tree of a neighborhood", () => {
  test("has each node once, and counts the neighbors of an opened node that are elsewhere", () => {
    fc.assert(
      fc.property(graphs, ({ around, open }) => {
        const ids = open.map((place) => `node:${place}`);
        const tree = walkTree(around(0), new Map(open.map((place) => [`node:${place}`, around(place)])), new Set(ids));
        const branches = all(tree);
        expect(new Set(branches.map(({ node }) => node.id)).size).toBe(branches.length);
        for (const branch of branches) {
          const isOpen = branch === tree || ids.includes(branch.node.id);
          expect(branch.isOpen).toBe(isOpen);
          if (!isOpen) {
            expect(branch.branches).toEqual([]);
            continue;
          }
          const place = Number(branch.node.id.slice(5));
          const joined = around(place).nodes.length - 1;
          const toParent = branch === tree ? 0 : 1;
          expect(branch.branches.length + branch.elsewhere + toParent).toBe(joined);
        }
      }),
    );
  });

  test("says whether the neighbors of an opened node are loading or could not be read", () => {
    const start: Around = {
      truncated: true,
      root: nodeOf(0),
      nodes: [nodeOf(0), nodeOf(1), nodeOf(2)],
      edges: [1, 2].map((to) => ({ type: "LEADS_TO", from: "node:0", to: `node:${to}`, basis: "INFERRED" })),
    };
    const tree = walkTree(start, new Map([["node:2", null]]), new Set(["node:1", "node:2"]));
    expect(tree.isTruncated).toBe(true);
    expect(tree.branches.map(({ node, isLoading, isFailed }) => [node.id, isLoading, isFailed])).toEqual([
      ["node:2", false, true],
      ["node:1", true, false],
    ]);
    expect(tree.branches[0]?.ties).toEqual([{ type: "LEADS_TO", isOut: true, isInferred: true }]);
  });
});
