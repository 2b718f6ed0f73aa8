import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { RADIUS, STEP_WIDTH, type Drawing } from "../../web/src/layout/Drawing.js";
import { around, curvePoints, overlap, passes } from "../../web/src/layout/geometry.js";
import { layOutColumn } from "../../web/src/layout/layOutColumn.js";
import { layOutMap } from "../../web/src/layout/layOutMap.js";
import { layOutWalk, type WalkInput } from "../../web/src/layout/layOutWalk.js";
import type { MapInput, MapPath, MapRole } from "../../web/src/layout/MapInput.js";

const WIDTHS = { station: 6.4, chosen: 7, step: 6 };
const measure: MapInput["measure"] = (text, font) => text.length * WIDTHS[font];

const TITLES = [
  "VP of AI",
  "Data Scientist",
  "Medical and Health Services Managers",
  "Clerks",
  "A".repeat(60),
  "Tax Examiners",
];
const TRACKS = [null, "Individual contributor", "Management"];

/** Random paths between the same two of 12 roles. As in the planner's answers, a path has each role once, and no path is repeated. */
const inputs = fc
  .record({
    tracks: fc.oneof(fc.constant([null]), fc.constant(TRACKS)),
    roles: fc.array(
      fc.record({
        title: fc.constantFrom(...TITLES),
        track: fc.nat(2),
        pay: fc.option(fc.integer({ min: 20_000, max: 400_000 }), { freq: 8 }),
      }),
      { minLength: 12, maxLength: 12 },
    ),
    between: fc.uniqueArray(fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: 6 }), {
      minLength: 1,
      maxLength: 6,
      selector: (list) => list.join(),
    }),
    months: fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { freq: 20 }), { minLength: 12, maxLength: 12 }),
    width: fc.integer({ min: 600, max: 1400 }),
    chosen: fc.nat(5),
  })
  .map(({ tracks, roles, between, months, width, chosen }): MapInput => {
    const known = roles.map(({ title, track, pay }, place): MapRole => ({
      id: `role:${place}`,
      title: `${title} ${place}`,
      track: tracks[track % tracks.length] ?? null,
      pay,
    }));
    const paths = between.map((list): MapPath => {
      const ids = [0, ...list, 11];
      const steps = ids.slice(1).map((id) => ({
        months: months[id] ?? null,
        isInferred: id % 2 === 0,
        label: ["~1 y assumed", `${id} skills`],
      }));
      return { roles: ids.map((id) => `role:${id}`), steps };
    });
    return {
      roles: new Map(known.map((role) => [role.id, role])),
      paths,
      chosen: chosen % paths.length,
      width,
      measure,
    };
  });

const circles = (drawing: Drawing) => drawing.stations.map((station) => around(station, RADIUS));

describe("The map", () => {
  test("draws each role and each step of its paths once", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const drawing = layOutMap(input);
        const ids = new Set(input.paths.flatMap((path) => path.roles));
        expect(drawing.stations.map(({ id }) => id).sort()).toEqual([...ids].sort());
        const steps = new Set(
          input.paths.flatMap((path) => path.steps.map((_, place) => `${path.roles[place]} ${path.roles[place + 1]}`)),
        );
        expect(drawing.lines.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([...steps].sort());
      }),
    );
  });

  test("has no overlapping stations or labels", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const drawing = layOutMap(input);
        const boxes = [
          ...circles(drawing),
          ...drawing.stations.map(({ labelBox }) => labelBox),
          ...drawing.stepLabels.map(({ box }) => box),
        ];
        boxes.forEach((box, place) => {
          for (const other of boxes.slice(place + 1)) expect(overlap(box, other)).toBe(false);
        });
      }),
      { numRuns: 150 },
    );
  });

  test("has everything inside its edges", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const drawing = layOutMap(input);
        const boxes = [
          ...drawing.stations.map(({ labelBox }) => labelBox),
          ...drawing.stepLabels.map(({ box }) => box),
        ];
        for (const box of boxes) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(drawing.width);
          expect(box.bottom).toBeLessThanOrEqual(drawing.height);
        }
      }),
    );
  });

  test("draws the chosen path from left to right, so that it never crosses itself", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const drawing = layOutMap(input);
        const path = input.paths[input.chosen];
        const xs = path?.roles.map((id) => drawing.stations.find((station) => station.id === id)?.x ?? 0) ?? [];
        xs.slice(1).forEach((x, place) => expect(x - (xs[place] ?? 0)).toBeGreaterThanOrEqual(STEP_WIDTH - 0.001));
        for (const { points, isChosen } of drawing.lines) {
          if (!isChosen) continue;
          points.slice(1).forEach(({ x }, place) => expect(x).toBeGreaterThanOrEqual(points[place]?.x ?? 0));
        }
      }),
    );
  });

  test("has no line of the chosen path through another station", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const drawing = layOutMap(input);
        for (const line of drawing.lines.filter(({ isChosen }) => isChosen)) {
          for (const station of drawing.stations) {
            if (station.id === line.from || station.id === line.to) continue;
            expect(passes(line.points, around(station, RADIUS))).toBe(false);
          }
        }
      }),
    );
  });

  test("does not move the chosen path in x when another path is added or removed", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const path = input.paths[input.chosen];
        if (path === undefined) return;
        const xs = (drawing: Drawing) => path.roles.map((id) => drawing.stations.find((each) => each.id === id)?.x);
        expect(xs(layOutMap({ ...input, paths: [path], chosen: 0 }))).toEqual(xs(layOutMap(input)));
      }),
    );
  });

  test("moves the chosen path by at most the growth of the width, and is the same for the same input", () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 20 }), (input, more) => {
        const [before, after] = [layOutMap(input), layOutMap({ ...input, width: input.width + more })];
        expect(layOutMap(input)).toEqual(before);
        for (const station of before.stations.filter(({ isChosen }) => isChosen)) {
          const moved = after.stations.find(({ id }) => id === station.id)?.x ?? 0;
          expect(Math.abs(moved - station.x)).toBeLessThanOrEqual(more + 0.001);
        }
      }),
    );
  });

  test("has a time axis only if every step of the chosen path is timed", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const months = input.paths[input.chosen]?.steps.map((step) => step.months) ?? [];
        const isTimed = months.every((count) => count !== null) && months.some((count) => count !== 0);
        expect(layOutMap(input).years.length).toBe(isTimed ? months.length + 1 : 0);
      }),
    );
  });
});

describe("The narrow map", () => {
  test("gives each role a row, and draws no line through a station at which it does not stop", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { stations, lines, labelsAt } = layOutColumn(input);
        expect(new Set(stations.map(({ y }) => y)).size).toBe(stations.length);
        const chosen = input.paths[input.chosen]?.roles;
        expect(stations.filter(({ isChosen }) => isChosen).map(({ id }) => id)).toEqual(chosen);
        for (const station of stations) expect(station.x + RADIUS).toBeLessThan(labelsAt);
        for (const line of lines) {
          for (const station of stations) {
            if (station.id === line.from || station.id === line.to) continue;
            // Only vertical parts are long.
            for (const [, x, y] of line.path.matchAll(/([\d.]+) ([\d.]+)V/g)) {
              const end = Number(line.path.slice(line.path.indexOf("V") + 1).match(/^[\d.]+/)?.[0] ?? y);
              const [top, bottom] = [Math.min(Number(y), end), Math.max(Number(y), end)];
              expect(Number(x) === station.x && station.y > top && station.y < bottom).toBe(false);
            }
          }
        }
      }),
    );
  });
});

type Grown = Omit<WalkInput, "id" | "branches"> & { readonly branches: readonly Grown[] };

/** A node that is opened to some depth; one in five of its neighbors is opened, too. */
const grown = (depth: number): fc.Arbitrary<Grown> =>
  fc
    .record({
      label: fc.constantFrom(...TITLES),
      isOut: fc.boolean(),
      isInferred: fc.boolean(),
      branches:
        depth === 0
          ? fc.constant([])
          : fc.array(fc.oneof({ weight: 4, arbitrary: grown(0) }, { weight: 1, arbitrary: grown(depth - 1) }), {
              maxLength: 24,
            }),
    })
    .map((branch) => ({ ...branch, isOpen: branch.branches.length > 0 }));

/** Random trees in which each node has its own id. */
const walks = grown(3).map((root): WalkInput => {
  let count = 0;
  const named = (branch: Grown): WalkInput => ({
    ...branch,
    id: `node:${count++}`,
    branches: branch.branches.map(named),
  });
  return named(root);
});

describe("The drawing of a neighborhood", () => {
  test("has no overlapping labels, no line through a label, and everything inside its edges", () => {
    fc.assert(
      fc.property(walks, (root) => {
        const { width, height, stations, notes, lines } = layOutWalk(root, measure);
        const outer = [...stations.filter(({ isRoot }) => !isRoot), ...notes];
        const boxes = outer.map(({ x, y, text, anchor }) => {
          const wide = 12 + measure(text, "chosen");
          const [left, right] = anchor === "end" ? [x - wide, x + 5] : [x - 5, x + wide];
          return { left, right, top: y - 9, bottom: y + 9 };
        });
        boxes.forEach((box, place) => {
          for (const other of boxes.slice(place + 1)) expect(overlap(box, other)).toBe(false);
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(width);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.bottom).toBeLessThanOrEqual(height);
        });
        expect(lines.length).toBe(stations.length - 1);
        for (const { path } of lines) {
          const [from, to] = endsOf(path);
          const points = curvePoints(from, to).slice(1, -1);
          for (const box of boxes) {
            // A line ends at the circle of its station.
            const label = { ...box, left: box.left + 12, right: box.right - 12 };
            expect(passes(points, label)).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("draws every opened node, and says how many other nodes it leaves out", () => {
    fc.assert(
      fc.property(walks, (root) => {
        const { stations, notes } = layOutWalk(root, measure);
        const drawn = new Set(stations.map(({ id }) => id));
        const check = ({ branches }: WalkInput): void => {
          for (const branch of branches.filter(({ isOpen }) => isOpen)) {
            expect(drawn.has(branch.id)).toBe(true);
            check(branch);
          }
        };
        check(root);
        const count = (branch: WalkInput): number => 1 + branch.branches.reduce((sum, each) => sum + count(each), 0);
        const left = notes.reduce((sum, { text }) => sum + Number.parseInt(text, 10), 0);
        expect(stations.length + left).toBe(count(root));
      }),
    );
  });
});

/** The ends of a line from `curve`. */
function endsOf(path: string): readonly [{ x: number; y: number }, { x: number; y: number }] {
  const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number);
  const [x = 0, y = 0] = numbers;
  return [
    { x, y },
    path.includes("H") ? { x: numbers[2] ?? 0, y } : { x: numbers.at(-2) ?? 0, y: numbers.at(-1) ?? 0 },
  ];
}
