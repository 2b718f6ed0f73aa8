import { curve, round, type Point } from "./geometry.js";
import type { Measure } from "./MapInput.js";
import { cutLabel } from "./wrapLabel.js";

/** A node as the drawing needs it, with what lies beyond it. */
export interface WalkInput {
  readonly id: string;
  readonly label: string;
  /** Whether something leads to it from the node that it hangs on; otherwise it leads there. */
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
  /** The line as SVG writes it. */
  readonly path: string;
  readonly isInferred: boolean;
}

/** How many nodes are not drawn, in the row where they would stand. */
interface Note extends Point {
  readonly text: string;
  readonly anchor: "start" | "end";
}

const ROW = 24;
const LABEL = 210;
/** From a station to its label, and from its label to where lines go on. */
const GAP = 12;
/** From one column to the next: a station with its label, and the lines. */
const COLUMN = 3 * GAP + LABEL + 48;
/** From the root to the first column on each side. */
const FIRST = 150;
const EDGE = 16;
/** Rows that a drawing of little has room for. */
const LEAST_ROWS = 3;
/** How many are drawn on each side of the root, and of each node beyond; the list has the others. */
const MOST_FIRST = 14;
const MOST_BEYOND = 10;

/** A node with its row, counted from the first of its side. */
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
 * Lays out a walk with its start in the middle: what leads to it on the left, what it leads to on the right, and beyond each opened node
 * what is joined to it, in the next column outwards. A node stands in the middle of the rows of what lies beyond it, and no other node of
 * its column in these rows, so that no label meets another, nor a line a label. Takes time linear in the number of nodes.
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
    // Opened ones are drawn bolder.
    const text = cutLabel(branch.label, LABEL, (part) => measure(part, "chosen"));
    return { branch, text, y: ((first + rows.count - 1) / 2) * ROW, beyond };
  });
  const hidden = branches.length - drawn.length;
  return { placed, note: hidden === 0 ? null : { y: rows.count++ * ROW, text: `${hidden} more in the list` } };
}

/** Those that are drawn, in their order: the opened ones, and as many of the others as there is room for. */
function drawnOf(branches: readonly WalkInput[], most: number): readonly WalkInput[] {
  let room = most - branches.filter(({ isOpen }) => isOpen).length;
  return branches.filter(({ isOpen }) => isOpen || room-- > 0);
}

/** Pixels from the root to the outer edge of what lies on one side. */
function reach({ placed }: Column, depth: number): number {
  if (placed.length === 0) return 0;
  return Math.max(
    FIRST + (depth - 1) * COLUMN + GAP + LABEL + EDGE,
    ...placed.map(({ beyond }) => reach(beyond, depth + 1)),
  );
}
