import { curve, type Point } from "./geometry.js";
import type { Measure } from "./MapInput.js";
import { wrapLabel } from "./wrapLabel.js";

export interface StarNode extends Point {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly isRoot: boolean;
}

export interface StarDrawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly StarNode[];
  readonly lines: readonly { readonly id: string; readonly path: string; readonly isInferred: boolean }[];
}

interface Named {
  readonly id: string;
  readonly label: string;
}

const WIDTH = 860;
const ROW = 24;
const LABEL = 250;
/** How many are drawn on each side; the lists have the others. */
const MOST = 16;

/**
 * Lays out a node with what leads to it on its left and what it leads to on its right, each in a row of its own, so that no label meets
 * another. What is joined both ways stands on the right.
 */
export function layOutStar(
  root: Named,
  links: readonly { readonly isOut: boolean; readonly basis: string | null; readonly node: Named }[],
  measure: Measure,
): StarDrawing {
  const seen = new Set<string>();
  const unique = (isOut: boolean) =>
    links
      .filter((link) => link.isOut === isOut && !seen.has(link.node.id) && seen.add(link.node.id).size > 0)
      .slice(0, MOST);
  const right = unique(true);
  const left = unique(false);
  const rows = Math.max(left.length, right.length, 3);
  const height = rows * ROW + 24;
  const middle = { x: WIDTH / 2, y: height / 2 };
  const side = (list: typeof right, x: number, anchor: "start" | "end") =>
    list.map(({ node, basis }, place) => ({
      node: {
        id: node.id,
        title: node.label,
        text: wrapLabel(node.label, LABEL, (text) => measure(text, "station"))[0] ?? node.label,
        x,
        y: height / 2 + (place - (list.length - 1) / 2) * ROW,
        anchor,
        isRoot: false,
      },
      isInferred: basis === "INFERRED",
    }));
  const all = [...side(left, LABEL + 24, "end"), ...side(right, WIDTH - LABEL - 24, "start")];
  return {
    width: WIDTH,
    height,
    nodes: [
      ...all.map(({ node }) => node),
      { id: root.id, title: root.label, text: root.label, ...middle, anchor: "middle", isRoot: true },
    ],
    lines: all.map(({ node, isInferred }) => ({
      id: node.id,
      path: node.x < middle.x ? curve(node, middle) : curve(middle, node),
      isInferred,
    })),
  };
}
