import { curve, round, type Point } from "./geometry.js";
import type { Measure } from "./MapInput.js";
import { cutLabel } from "./wrapLabel.js";

/** A node as the drawing needs it, with its children. */
export interface WalkInput {
  readonly id: string;
  readonly label: string;
  /** Whether a relation leads from the parent to this node; otherwise one leads from this node to the parent. */
  readonly isOut: boolean;
  readonly isInferred: boolean;
  readonly isOpen: boolean;
  readonly branches: readonly WalkInput[];
}

export interface WalkStation extends Point {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly isOpen: boolean;
  readonly isRoot: boolean;
}

export interface WalkDrawing {
  readonly width: number;
  readonly height: number;
  readonly stations: readonly WalkStation[];
  readonly lines: readonly Line[];
  readonly notes: readonly Note[];
}

interface Line {
  readonly id: string;
  /** The line as an SVG path. */
  readonly path: string;
  readonly isInferred: boolean;
}

/** A note that says how many nodes are not drawn, in the row where they would be. */
interface Note extends Point {
  readonly text: string;
  readonly anchor: "start" | "end";
}

const ROW = 24;
const LABEL = 210;
/** From a station to its label, and from the label to the start of the next lines. */
const GAP = 12;
/** From one column to the next: a station with its label, and the lines. */
const COLUMN = 3 * GAP + LABEL + 48;
/** From the root to the first column on each side. */
const FIRST = 150;
const EDGE = 16;
/** The minimum height, in rows. */
const LEAST_ROWS = 3;
/** How many nodes are drawn on each side of the root and below each other node; the list has the rest. */
const MOST_FIRST = 14;
const MOST_BEYOND = 10;

/** A node with its row, counted from the first row of its side. */
interface Placed {
  readonly branch: WalkInput;
  readonly text: string;
  readonly y: number;
  readonly beyond: Column;
}

interface Column {
  readonly placed: readonly Placed[];
  readonly note: { readonly y: number; readonly text: string } | null;
}

/**
 * Lays out a neighborhood with the root in the middle. Nodes that lead to the root are on the left, nodes that it leads to are on the
 * right, and the children of an opened node are in the next column outwards. A node is in the middle of the rows of its children, and no
 * other node of its column is in these rows. So no label overlaps another label or a line. Time is linear in the number of nodes.
 */
export function layOutWalk(root: WalkInput, measure: Measure): WalkDrawing {
  const sides = ([-1, 1] as const).map((way) => {
    const rows = { count: 0 };
    const branches = root.branches.filter(({ isOut }) => isOut === way > 0);
    return { way, column: columnOf(branches, MOST_FIRST, rows, measure), rows };
  });
  const height = Math.max(LEAST_ROWS, ...sides.map(({ rows }) => rows.count)) * ROW + 2 * EDGE;
  const half = measure(root.label, "chosen") / 2 + EDGE;
  const [left = half, right = half] = sides.map(({ column }) => Math.max(half, reach(column, 1)));
  const middle: Point = { x: left, y: height / 2 };
  const stations: WalkStation[] = [];
  const lines: Line[] = [];
  const notes: Note[] = [];
  for (const { way, column, rows } of sides) {
    const anchor = way > 0 ? "start" : "end";
    const top = (height - rows.count * ROW) / 2 + ROW / 2;
    const draw = ({ placed, note }: Column, depth: number, from: Point): void => {
      const x = round(middle.x + way * (FIRST + (depth - 1) * COLUMN));
      for (const { branch, text, y: row, beyond } of placed) {
        const y = round(top + row);
        const { id, label: title, isOpen, isInferred } = branch;
        stations.push({ id, title, text, x, y, anchor, isOpen, isRoot: false });
        lines.push({ id, path: way > 0 ? curve(from, { x, y }) : curve({ x, y }, from), isInferred });
        draw(beyond, depth + 1, { x: x + way * (2 * GAP + measure(text, "chosen")), y });
      }
      if (note !== null) notes.push({ x, y: round(top + note.y), text: note.text, anchor });
    };
    draw(column, 1, middle);
  }
  stations.push({
    id: root.id,
    title: root.label,
    text: root.label,
    ...middle,
    anchor: "middle",
    isOpen: true,
    isRoot: true,
  });
  return { width: left + right, height, stations, lines, notes };
}

function columnOf(branches: readonly WalkInput[], most: number, rows: { count: number }, measure: Measure): Column {
  const drawn = drawnOf(branches, most);
  const placed = drawn.map((branch): Placed => {
    const first = rows.count;
    const beyond = columnOf(branch.branches, MOST_BEYOND, rows, measure);
    if (rows.count === first) rows.count++;
    // Measure in bold, as opened nodes are drawn.
    const text = cutLabel(branch.label, LABEL, (part) => measure(part, "chosen"));
    return { branch, text, y: ((first + rows.count - 1) / 2) * ROW, beyond };
  });
  const hidden = branches.length - drawn.length;
  return { placed, note: hidden === 0 ? null : { y: rows.count++ * ROW, text: `${hidden} more in the list` } };
}

/** The nodes to draw, in their order: all opened nodes, and as many others as there is room for. */
function drawnOf(branches: readonly WalkInput[], most: number): readonly WalkInput[] {
  let room = most - branches.filter(({ isOpen }) => isOpen).length;
  return branches.filter(({ isOpen }) => isOpen || room-- > 0);
}

/** Pixels from the root to the outer edge of one side. */
function reach({ placed }: Column, depth: number): number {
  if (placed.length === 0) return 0;
  return Math.max(
    FIRST + (depth - 1) * COLUMN + GAP + LABEL + EDGE,
    ...placed.map(({ beyond }) => reach(beyond, depth + 1)),
  );
}
