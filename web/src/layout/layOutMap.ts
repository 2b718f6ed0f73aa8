import { chosenClock } from "./chosenClock.js";
import { LINE_HEIGHT, RADIUS, type Drawing, type Lane, type Line, type Station, type StepLabel } from "./Drawing.js";
import { around, curve, curvePoints, overlap, passes, type Box, type Point } from "./geometry.js";
import type { MapInput, MapPath, MapRole } from "./MapInput.js";
import { wrapLabel } from "./wrapLabel.js";

/** Pixels from the edges to the first and last station: half a label and a margin. */
const SIDE = 76;
const LABEL_WIDTH = 124;
/** From one row of stations to the next: a station and the two lines of its label. */
const ROW_HEIGHT = 64;
/** Space above the first row of a lane, for the name of the lane and the labels of steps. */
const LANE_TOP = 58;
const LANE_BOTTOM = 52;
const AXIS_HEIGHT = 30;
/** Layouts by pay, in the order in which they are tried. First, labels must stay clear of the chosen path at any height; then, only stations. */
const PAY_TRIES = (["LABELS", "STATIONS"] as const).flatMap((keepsClear) =>
  [300, 400, 520].map((height) => [keepsClear, height] as const),
);
const PAY_TOP = 60;

/** Offsets to try for a role of another path, as shares of the gap between its neighbors; the best first. */
const SHARES = [0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36, 0.45, -0.45, 0.6, -0.6, 0.8, -0.8, 1.2, -1.2];

/** The cost of a station on the line of the chosen path: more than everything else. */
const ON_CHOSEN = 1_000;

/** A station that has a place for its circle and its label. */
interface Placed {
  readonly role: MapRole;
  readonly at: Point;
  readonly isChosen: boolean;
  readonly label: readonly string[];
  /** The lane and the row in it, for layouts by lane. */
  readonly lane: number;
  readonly row: number;
}

/** How a layout determines the y of a station: by rows or by the pay axis. */
interface Frame {
  readonly yOf: (lane: number, row: number, role: MapRole) => number;
  /** The rows to try for a role, the best first. */
  readonly rowsFor: (role: MapRole) => readonly { readonly lane: number; readonly row: number }[];
  /** What must not be on the line of the chosen path. If a role has no other place, the layout fails. */
  readonly keepsClear: "NOTHING" | "STATIONS" | "LABELS";
}

/**
 * Lays out paths from left to right. x is the time of the chosen path. A lane is a track. The stations of the chosen path are in the first
 * row of their lanes; the roles of other paths are below, between their neighbors on their path. If no role is on a track and the pay of
 * the whole chosen path is known, y is the pay on a logarithmic axis, provided that every role has room at its pay.
 *
 * Stations and labels do not overlap, and the chosen path never crosses itself. The x of its stations depends only on this path and the
 * width. Time is quadratic in the number of roles.
 */
export function layOutMap(input: MapInput): Drawing {
  return layOutByPay(input) ?? layOutByLane(input);
}

function layOutByLane(input: MapInput): Drawing {
  const chosenPath = pathOf(input);
  const clock = chosenClock(chosenPath, SIDE, input.width - 2 * SIDE);
  const laneNames = lanesOf(input);
  const laneOf = (role: MapRole): number => laneNames.indexOf(role.track);
  const chosen = chosenPath.roles.map((id, place): Omit<Placed, "at"> & { x: number } => {
    const role = roleOf(input, id);
    return {
      role,
      x: at(clock.at, place),
      isChosen: true,
      label: labelOf(input, role, true),
      lane: laneOf(role),
      row: 0,
    };
  });

  // The first turn puts every role in the first free row. This gives the lanes their heights, so later turns can check the lines.
  let rowCounts: readonly number[] = laneNames.map((_, lane) =>
    chosen.some((station) => station.lane === lane) ? 1 : 0,
  );
  let placed: readonly Placed[] = [];
  for (let turn = 0; turn < 8; turn++) {
    const looksAtLines = turn > 0;
    const tops = laneTops(rowCounts);
    const yOf = (lane: number, row: number): number => at(tops, lane) + LANE_TOP + row * ROW_HEIGHT;
    const given = rowCounts;
    const rowsFor = (role: MapRole) => {
      const lane = laneOf(role);
      // If the chosen path passes through the lane, it has the first row.
      const first = chosen.some((station) => station.lane === lane) ? 1 : 0;
      const last = Math.max(at(given, lane), first) + (looksAtLines ? 2 : input.roles.size);
      return Array.from({ length: last - first + 1 }, (_, place) => ({ lane, row: first + place }));
    };
    const start = chosen.map(({ x, ...station }) => ({ ...station, at: { x, y: yOf(station.lane, station.row) } }));
    placed = placeOthers(input, start, { yOf, rowsFor, keepsClear: "NOTHING" }, looksAtLines) ?? placed;
    rowCounts = laneNames.map((_, lane) =>
      placed.reduce(
        (most, station) => (station.lane === lane ? Math.max(most, station.row + 1) : most),
        // Lanes never shrink, so the loop ends.
        looksAtLines ? at(given, lane) : 0,
      ),
    );
    // If a lane has grown, the lines have moved and must be checked again.
    if (looksAtLines && rowCounts.every((rows, lane) => rows === given[lane])) break;
  }

  const tops = laneTops(rowCounts);
  const moved = placed.map((station) => ({
    ...station,
    at: { x: station.at.x, y: at(tops, station.lane) + LANE_TOP + station.row * ROW_HEIGHT },
  }));
  const lanes: readonly Lane[] = laneNames.map((name, lane) => ({
    name,
    top: at(tops, lane),
    height: LANE_TOP + (Math.max(1, at(rowCounts, lane)) - 1) * ROW_HEIGHT + LANE_BOTTOM,
  }));
  const bottom = lanes.reduce((most, lane) => Math.max(most, lane.top + lane.height), 0);
  return finish(input, moved, clock, bottom, {
    lanes: lanes.length > 1 || lanes[0]?.name !== null ? lanes : [],
    pay: [],
  });
}

/** Null if the paths cannot be drawn by pay. */
function layOutByPay(input: MapInput): Drawing | null {
  const chosenPath = pathOf(input);
  const roles = [...new Set(input.paths.flatMap((path) => path.roles))].map((id) => roleOf(input, id));
  if (roles.some((role) => role.track !== null)) return null;
  if (chosenPath.roles.some((id) => roleOf(input, id).pay === null)) return null;
  const pays = roles.flatMap(({ pay }) => (pay === null ? [] : [pay]));
  const [least, most] = [Math.min(...pays), Math.max(...pays)];
  // Widen a narrow range of pay, so that small differences do not look large.
  const spread = Math.max(1, 1.4 / (most / least));
  const [low, high] = [Math.log(least / Math.sqrt(spread)), Math.log(most * Math.sqrt(spread))];
  const clock = chosenClock(chosenPath, SIDE, input.width - 2 * SIDE);
  for (const [keepsClear, height] of PAY_TRIES) {
    const yOfPay = (pay: number): number => PAY_TOP + ((high - Math.log(pay)) / (high - low)) * height;
    const bottom = PAY_TOP + height + LANE_BOTTOM;
    const yOf = (_lane: number, row: number, role: MapRole): number =>
      role.pay === null ? bottom + row * ROW_HEIGHT : yOfPay(role.pay);
    const start = chosenPath.roles.map((id, place): Placed => {
      const role = roleOf(input, id);
      const label = labelOf(input, role, true);
      return { role, at: { x: at(clock.at, place), y: yOf(0, 0, role) }, isChosen: true, label, lane: 0, row: 0 };
    });
    const rowsFor = (role: MapRole) =>
      Array.from({ length: role.pay === null ? roles.length : 1 }, (_, row) => ({ lane: 0, row }));
    const placed = placeOthers(input, start, { yOf, rowsFor, keepsClear }, true);
    if (placed === null) continue;
    const below = placed.filter(({ role }) => role.pay === null);
    const rows = below.reduce((count, { row }) => Math.max(count, row + 1), 0);
    const lanes: readonly Lane[] =
      rows === 0 ? [] : [{ name: "Pay not known", top: bottom - 20, height: rows * ROW_HEIGHT + 4 }];
    const pay = payMarks(Math.exp(low), Math.exp(high)).map(({ pay: mark, label }) => ({ at: yOfPay(mark), label }));
    return finish(input, placed, clock, bottom + rows * ROW_HEIGHT - (rows === 0 ? 0 : 16), { lanes, pay });
  }
  return null;
}

/**
 * Finds places for the roles that are not on the chosen path, one path after another. Null if a role has no place.
 * @param looksAtLines whether to prefer places whose lines meet no other station
 */
function placeOthers(
  input: MapInput,
  start: readonly Placed[],
  { yOf, rowsFor, keepsClear }: Frame,
  looksAtLines: boolean,
): readonly Placed[] | null {
  const placed = [...start];
  const byId = new Map(start.map((station) => [station.role.id, station]));
  const chosenPoints = start.slice(1).map((station, place) => curvePoints(at(start, place).at, station.at));
  const lines: (readonly Point[])[] = [];
  const right = Math.max(...start.map((station) => station.at.x));
  for (const path of input.paths) {
    let place = 1;
    while (place < path.roles.length) {
      if (byId.has(at(path.roles, place))) {
        place++;
        continue;
      }
      let end = place;
      while (end < path.roles.length && !byId.has(at(path.roles, end))) end++;
      const before = byId.get(at(path.roles, place - 1));
      const after = byId.get(at(path.roles, Math.min(end, path.roles.length - 1)));
      if (before === undefined || after === undefined) return null;
      const gap = (after.at.x - before.at.x) / (end - place + 1);
      let previous = before;
      for (let index = place; index < end; index++) {
        const role = roleOf(input, at(path.roles, index));
        const label = labelOf(input, role, false);
        const ideal = before.at.x + gap * (index - place + 1);
        const next = index === end - 1 ? after : null;
        let best: { readonly station: Placed; readonly cost: number } | null = null;
        for (const [order, { lane, row }] of rowsFor(role).entries()) {
          for (const share of SHARES) {
            const x = clamp(ideal + share * Math.max(Math.abs(gap), LABEL_WIDTH), SIDE, right);
            const station: Placed = { role, at: { x, y: yOf(lane, row, role) }, isChosen: false, label, lane, row };
            const boxes = boxesOf(input, station);
            if (placed.some((other) => boxesOf(input, other).some((box) => boxes.some((own) => overlap(own, box)))))
              continue;
            const [onChosen = 0, labelOnChosen = 0] = looksAtLines
              ? boxes.map((box) => count(chosenPoints, (points) => passes(points, box)))
              : [];
            if (keepsClear !== "NOTHING" && onChosen > 0) continue;
            if (keepsClear === "LABELS" && labelOnChosen > 0) continue;
            let cost = order * 6 + Math.abs(share) * 4;
            if (looksAtLines) {
              const own = [curvePoints(previous.at, station.at)];
              if (next !== null) own.push(curvePoints(station.at, next.at));
              cost += linesCost(input, own, placed, [previous, next]);
              cost += ON_CHOSEN * onChosen + 60 * labelOnChosen;
              cost += 25 * count(lines, (points) => boxes.some((box) => passes(points, box)));
            }
            if (best === null || cost < best.cost) best = { station, cost };
          }
          // If lines are not checked, the first row with room is the best.
          if (best !== null && (!looksAtLines || best.cost < order * 6 + 6)) break;
        }
        if (best === null) return null;
        placed.push(best.station);
        byId.set(role.id, best.station);
        lines.push(curvePoints(previous.at, best.station.at));
        if (next !== null) lines.push(curvePoints(best.station.at, next.at));
        previous = best.station;
      }
      place = end;
    }
  }
  return placed;
}

/** The cost of lines that run over stations or labels at which they do not stop. */
function linesCost(
  input: MapInput,
  lines: readonly (readonly Point[])[],
  placed: readonly Placed[],
  ends: readonly (Placed | null)[],
): number {
  let cost = 0;
  for (const station of placed) {
    if (ends.includes(station)) continue;
    const [circle, label] = boxesOf(input, station);
    for (const points of lines) cost += passes(points, circle) ? 40 : passes(points, label) ? 15 : 0;
  }
  return cost;
}

/** Adds the lines, the labels of steps and the axis when all stations have places. */
function finish(
  input: MapInput,
  placed: readonly Placed[],
  clock: ReturnType<typeof chosenClock>,
  bottom: number,
  { lanes, pay }: Pick<Drawing, "lanes" | "pay">,
): Drawing {
  const byId = new Map(placed.map((station) => [station.role.id, station]));
  const lines: Line[] = [];
  const drawn = new Set<string>();
  const order = [pathOf(input), ...input.paths];
  let lowest = bottom;
  for (const [turn, path] of order.entries()) {
    for (const [place, step] of path.steps.entries()) {
      const [from, to] = [at(path.roles, place), at(path.roles, place + 1)];
      const [a, b] = [byId.get(from), byId.get(to)];
      if (a === undefined || b === undefined || drawn.has(`${from} ${to}`)) continue;
      drawn.add(`${from} ${to}`);
      const isChosen = turn === 0;
      const shape = isChosen ? direct(a, b) : route(input, a, b, placed, bottom);
      lowest = Math.max(lowest, ...shape.points.map((point) => point.y + 12));
      lines.push({ from, to, isChosen, isInferred: step.isInferred, ...shape });
    }
  }
  const stations = placed.map((station): Station => {
    const { role, at: point, isChosen, label } = station;
    return { id: role.id, title: role.title, ...point, isChosen, label, labelBox: boxesOf(input, station)[1] };
  });
  const years = (clock.labels ?? []).map((label, place) => ({ at: at(clock.at, place), label }));
  return {
    width: Math.max(input.width, at(clock.at, clock.at.length - 1) + SIDE),
    height: lowest + (years.length > 0 ? AXIS_HEIGHT : 8),
    lanes,
    years,
    pay,
    stations,
    // The chosen path is last, so that it is drawn on top.
    lines: [...lines.filter((line) => !line.isChosen), ...lines.filter((line) => line.isChosen)],
    stepLabels: stepLabels(input, stations, lines),
  };
}

function direct(from: Placed, to: Placed): Pick<Line, "path" | "points"> {
  return { path: curve(from.at, to.at), points: curvePoints(from.at, to.at) };
}

/** A line that bends if the direct line would run through a station at which it does not stop. */
function route(
  input: MapInput,
  from: Placed,
  to: Placed,
  placed: readonly Placed[],
  bottom: number,
): Pick<Line, "path" | "points"> {
  let best = direct(from, to);
  let least = linesCost(input, [best.points], placed, [from, to]);
  if (least === 0) return best;
  const heights = [...new Set([...placed.map((station) => station.at.y), bottom])]
    .flatMap((y) => [y - ROW_HEIGHT / 2 + 2, y + 46])
    .filter((y) => y > 24 && y <= bottom + 24);
  for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
    for (const y of heights) {
      const bend = { x: from.at.x + (to.at.x - from.at.x) * share, y };
      const points = [...curvePoints(from.at, bend), ...curvePoints(bend, to.at)];
      const cost =
        linesCost(input, [points], placed, [from, to]) +
        1 +
        (Math.abs(y - from.at.y) + Math.abs(y - to.at.y)) / 200 +
        Math.abs(share - 0.5);
      if (cost >= least) continue;
      least = cost;
      best = { path: `${curve(from.at, bend)}${curve(bend, to.at)}`, points };
    }
  }
  return best;
}

/** The labels of the chosen steps, each above its line. If there is no room, only the list has the label. */
function stepLabels(input: MapInput, stations: readonly Station[], lines: readonly Line[]): readonly StepLabel[] {
  const path = pathOf(input);
  const taken: Box[] = stations.flatMap((station) => [around(station, RADIUS + 2), station.labelBox]);
  const labels: StepLabel[] = [];
  for (const [step, { label }] of path.steps.entries()) {
    const line = lines.find(
      ({ isChosen, from, to }) => isChosen && from === path.roles[step] && to === path.roles[step + 1],
    );
    if (line === undefined) continue;
    const [first, last] = [at(line.points, 0), at(line.points, line.points.length - 1)];
    const room = Math.abs(last.x - first.x) - 2 * RADIUS - 8;
    const whole = label.join(" · ");
    const texts = input.measure(whole, "step") <= room ? [[whole], label] : [label];
    const places = texts
      .flatMap((candidate) => placesOf(input, candidate, line.points))
      .filter(({ box }) => !taken.some((other) => overlap(other, box)));
    const found = places.find(({ box }) => !passes(line.points, box)) ?? places[0];
    if (found === undefined) continue;
    taken.push(found.box);
    labels.push({ step, ...found });
  }
  return labels;
}

function placesOf(
  input: MapInput,
  lines: readonly string[],
  points: readonly Point[],
): readonly Omit<StepLabel, "step">[] {
  const half = Math.max(...lines.map((line) => input.measure(line, "step"))) / 2 + 2;
  const height = lines.length * LINE_HEIGHT;
  return [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].flatMap((share) => {
    const { x, y } = at(points, Math.round(share * (points.length - 1)));
    const slope = Math.abs(at(points, 0).y - at(points, points.length - 1).y) > 1 ? half * 0.4 : 0;
    return [
      { x, top: y - 7 - height },
      { x: x + slope, top: y - 10 - height },
      { x: x - slope, top: y - 10 - height },
      { x: x + half + 8, top: y - height / 2 },
      { x: x - half - 8, top: y - height / 2 },
      { x, top: y + 8 },
    ].map(({ x: middle, top }) => ({
      lines,
      x: middle,
      y: top + LINE_HEIGHT - 4,
      box: { left: middle - half, top, right: middle + half, bottom: top + height },
    }));
  });
}

/** The tracks of the drawing: those of the chosen path in its order, then the others. */
function lanesOf(input: MapInput): readonly (string | null)[] {
  const tracks = [pathOf(input), ...input.paths].flatMap((path) => path.roles.map((id) => roleOf(input, id).track));
  return [...new Set(tracks)];
}

function laneTops(rowCounts: readonly number[]): readonly number[] {
  let top = 8;
  return rowCounts.map((rows) => {
    const own = top;
    top += LANE_TOP + (Math.max(1, rows) - 1) * ROW_HEIGHT + LANE_BOTTOM + 8;
    return own;
  });
}

/** Round pay figures between two values, at most about six. */
function payMarks(low: number, high: number): readonly { readonly pay: number; readonly label: string }[] {
  for (const steps of [[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8], [1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1]]) {
    const marks: number[] = [];
    for (let power = 10 ** Math.floor(Math.log10(low)); power <= high; power *= 10) {
      for (const step of steps) if (step * power >= low && step * power <= high) marks.push(step * power);
    }
    if (marks.length <= 6) return marks.map((pay) => ({ pay, label: payLabel(pay) }));
  }
  return [];
}

function payLabel(pay: number): string {
  return pay >= 1_000 ? `${Math.round(pay / 100) / 10}k` : String(Math.round(pay));
}

function labelOf(input: MapInput, role: MapRole, isChosen: boolean): readonly string[] {
  return wrapLabel(role.title, LABEL_WIDTH, (text) => input.measure(text, isChosen ? "chosen" : "station"));
}

/** The boxes of the circle of a station and of the label below it. */
function boxesOf(input: MapInput, { at: point, label, isChosen }: Placed): readonly [Box, Box] {
  const half = Math.max(...label.map((line) => input.measure(line, isChosen ? "chosen" : "station"))) / 2 + 2;
  const top = point.y + RADIUS + 3;
  return [
    around(point, RADIUS + 2),
    { left: point.x - half, top, right: point.x + half, bottom: top + label.length * LINE_HEIGHT + 2 },
  ];
}

function pathOf({ paths, chosen }: MapInput): MapPath {
  return at(paths, chosen);
}

function roleOf({ roles }: MapInput, id: string): MapRole {
  const role = roles.get(id);
  if (role === undefined) throw new Error(`The map is not told about the role ${id}.`);
  return role;
}

function at<Item>(list: readonly Item[], place: number): Item {
  const item = list[place];
  if (item === undefined) throw new Error(`There is no item ${place} in a list of ${list.length}.`);
  return item;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function count<Item>(list: readonly Item[], holds: (item: Item) => boolean): number {
  return list.reduce((sum, item) => sum + (holds(item) ? 1 : 0), 0);
}
