import { RADIUS } from "./Drawing.js";
import { round, type Point } from "./geometry.js";
import type { MapInput } from "./MapInput.js";

/** A station of the narrow map. It has its own row, and its label is to the right of all lines. */
export interface RowStation extends Point {
  readonly id: string;
  readonly title: string;
  readonly isChosen: boolean;
}

export interface RowLine {
  readonly from: string;
  readonly to: string;
  readonly isChosen: boolean;
  readonly isInferred: boolean;
  readonly path: string;
}

/** The map from top to bottom, for narrow screens. */
export interface ColumnDrawing {
  readonly width: number;
  readonly height: number;
  /** The x at which the labels begin. */
  readonly labelsAt: number;
  /** From top to bottom. */
  readonly stations: readonly RowStation[];
  readonly lines: readonly RowLine[];
  /** The label of each chosen step, in the row of the station that it leads to. */
  readonly stepLabels: readonly { readonly step: number; readonly station: string; readonly text: string }[];
}

const ROW = 52;
/** The space below the last row, for its label. */
const BOTTOM = 8;
const COLUMN = 24;
const SIDE = 18;

/**
 * Lays out paths from top to bottom, with one row per role. The roles of the chosen path are in order; a role of another path is between
 * its neighbors on that path. The chosen path runs down the first column. Each other role has its own column to the right for its lines,
 * so that no line crosses a station at which it does not stop.
 */
export function layOutColumn({ roles, paths, chosen, width }: Omit<MapInput, "measure">): ColumnDrawing {
  const chosenPath = paths[chosen];
  if (chosenPath === undefined) throw new Error(`There is no path ${chosen}.`);
  const keys = new Map(chosenPath.roles.map((id, place) => [id, place]));
  for (const path of paths) {
    for (let place = 1; place < path.roles.length; place++) {
      if (keys.has(path.roles[place] ?? "")) continue;
      let end = place;
      while (end < path.roles.length && !keys.has(path.roles[end] ?? "")) end++;
      const [before, after] = [keys.get(path.roles[place - 1] ?? "") ?? 0, keys.get(path.roles[end] ?? "") ?? 0];
      for (let index = place; index < end; index++) {
        keys.set(path.roles[index] ?? "", before + ((after - before) * (index - place + 1)) / (end - place + 1));
      }
    }
  }
  // Sorting is stable, so roles at the same time stay in the order of the paths.
  const order = [...keys].sort(([, a], [, b]) => a - b).map(([id]) => id);
  const rowOf = new Map(order.map((id, row) => [id, row]));
  const onChosen = new Set(chosenPath.roles);

  const lines = new Map<string, { from: string; to: string; isChosen: boolean; isInferred: boolean }>();
  for (const path of [chosenPath, ...paths]) {
    path.steps.forEach((step, place) => {
      const [from = "", to = ""] = [path.roles[place], path.roles[place + 1]];
      const key = `${from} ${to}`;
      if (!lines.has(key)) lines.set(key, { from, to, isChosen: path === chosenPath, isInferred: step.isInferred });
    });
  }

  // Each other role with its lines needs its own column, and so does each line that skips roles of the chosen path.
  const columns: (readonly [number, number])[][] = [];
  const take = (top: number, bottom: number): number => {
    let column = 0;
    while (columns[column]?.some(([from, to]) => from < bottom && top < to) === true) column++;
    (columns[column] ??= []).push([top, bottom]);
    return column + 1;
  };
  const columnOf = new Map<string, number>(chosenPath.roles.map((id) => [id, 0]));
  const row = (id: string): number => rowOf.get(id) ?? 0;
  for (const id of order) {
    if (onChosen.has(id)) continue;
    const touched = [...lines.values()].filter(({ from, to }) => from === id || to === id);
    const rows = touched.flatMap(({ from, to }) => [row(from), row(to)]);
    columnOf.set(id, take(Math.min(...rows, row(id)), Math.max(...rows, row(id))));
  }
  const runs = [...lines.values()].map((line) => {
    const [a, b] = [columnOf.get(line.from) ?? 0, columnOf.get(line.to) ?? 0];
    if (line.isChosen) return { ...line, column: 0 };
    const [top, bottom] = [Math.min(row(line.from), row(line.to)), Math.max(row(line.from), row(line.to))];
    return { ...line, column: a === 0 && b === 0 ? take(top, bottom) : Math.max(a, b) };
  });

  const xOf = (column: number): number => SIDE + column * COLUMN;
  const yOf = (id: string): number => ROW / 2 + row(id) * ROW;
  const point = (id: string): Point => ({ x: xOf(columnOf.get(id) ?? 0), y: yOf(id) });
  const labelsAt = xOf(columns.length) + RADIUS + 10;
  return {
    width,
    height: order.length * ROW + BOTTOM,
    labelsAt,
    stations: order.map((id) => ({
      id,
      title: roles.get(id)?.title ?? id,
      isChosen: onChosen.has(id),
      ...point(id),
    })),
    lines: runs
      .map(({ column, ...line }) => ({ ...line, path: bent(point(line.from), point(line.to), xOf(column)) }))
      .sort((a, b) => Number(a.isChosen) - Number(b.isChosen)),
    stepLabels: chosenPath.steps.map((step, place) => ({
      step: place,
      station: chosenPath.roles[place + 1] ?? "",
      text: step.label.join(" · "),
    })),
  };
}

/** A line that bends into a column after its start, and out of it before its end. */
function bent(from: Point, to: Point, x: number): string {
  const turn = to.y > from.y ? ROW * 0.6 : -ROW * 0.6;
  let text = `M${round(from.x)} ${round(from.y)}`;
  if (from.x !== x) {
    const y = from.y + turn;
    text += `C${round(from.x)} ${round(from.y + turn / 2)} ${round(x)} ${round(y - turn / 2)} ${round(x)} ${round(y)}`;
  }
  if (to.x === x) return `${text}V${round(to.y)}`;
  const y = to.y - turn;
  text += `V${round(y)}C${round(x)} ${round(y + turn / 2)} ${round(to.x)} ${round(to.y - turn / 2)} ${round(to.x)} ${round(to.y)}`;
  return text;
}
