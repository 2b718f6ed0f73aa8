import { counted, pathTime } from "../parts/words.js";
import type { ShownPath } from "./pathOperations.js";

interface Props {
  readonly paths: readonly ShownPath[];
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}

const WIDTH = 440;
const HEIGHT = 220;
const EDGE = { left: 64, right: 28, top: 40, bottom: 52 };
/** Minimum distance between two figures on an axis, in pixels. */
const APART = 30;

/** The trade-offs as points: time on the x axis, skills to learn on the y axis, the number of steps in the point. The list of paths has the same content. */
export function TradeoffChart({ paths, chosen, onChoose }: Props) {
  const points = paths.map(({ totals }) => ({
    // An untimed step counts as one year, as in the service.
    years: totals.years ?? totals.yearsAtLeast + totals.untimedSteps,
    skills: totals.skillsToLearn + totals.skillsToRaise,
    totals,
  }));
  const x = scale(
    points.map(({ years }) => years),
    EDGE.left,
    WIDTH - EDGE.right,
  );
  const y = scale(
    points.map(({ skills }) => skills),
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  const bottom = HEIGHT - EDGE.bottom + 20;
  const isUntimed = paths.some(({ totals }) => totals.untimedSteps > 0);
  return (
    <figure class="tradeoffs">
      <figcaption>
        Time against skills to learn. The number in a point is the number of steps.
        {isUntimed && " A step of unknown time counts as one year."}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label="Trade-offs. The list of paths has the same content."
      >
        <line class="axis" x1={EDGE.left - 24} x2={WIDTH} y1={bottom} y2={bottom} />
        <line class="axis" x1={EDGE.left - 24} x2={EDGE.left - 24} y1={EDGE.top - 20} y2={bottom} />
        <text class="tick" x={0} y={12}>
          Skills to learn and to raise
        </text>
        <text class="tick end" x={WIDTH} y={HEIGHT - 2}>
          Years
        </text>
        {marks(
          points.map(({ years }) => years),
          x,
        ).map((years) => (
          <text key={years} class="tick middle" x={x(years)} y={bottom + 15}>
            {Math.round(years * 10) / 10}
          </text>
        ))}
        {marks(
          points.map(({ skills }) => skills),
          y,
        ).map((skills) => (
          <text key={skills} class="tick end" x={EDGE.left - 30} y={y(skills) + 4}>
            {skills}
          </text>
        ))}
        {points.map(({ years, skills, totals }, place) => (
          <g key={place} class={place === chosen ? "station chosen" : "station"} onClick={() => onChoose(place)}>
            <title>{`${counted(totals.steps, "step")}, ${pathTime(totals)}, ${counted(skills, "skill")}`}</title>
            <circle cx={x(years)} cy={y(skills)} r={11} />
            <text class="middle" x={x(years)} y={y(skills) + 4}>
              {totals.steps}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** Scales values linearly to an axis, from the lowest to the highest. If all are equal, they are in the middle. */
function scale(values: readonly number[], start: number, end: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (value) => (most === least ? (start + end) / 2 : start + ((value - least) / (most - least)) * (end - start));
}

/** The values to label on an axis: the lowest, then each that is far enough from the label before. */
function marks(values: readonly number[], at: (value: number) => number): readonly number[] {
  const named: number[] = [];
  for (const value of [...new Set(values)].sort((a, b) => a - b)) {
    const last = named.at(-1);
    if (last === undefined || Math.abs(at(value) - at(last)) >= APART) named.push(value);
  }
  return named;
}
