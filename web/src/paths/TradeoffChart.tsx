import { counted, pathTime } from "../parts/words.js";
import type { ShownPath } from "./pathOperations.js";

interface Props {
  readonly paths: readonly ShownPath[];
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}

const WIDTH = 360;
const HEIGHT = 190;
const EDGE = { left: 44, right: 20, top: 16, bottom: 36 };

/** The trade-offs as points: time to the right, skills to learn upwards, the number of steps inside. The list of paths is its twin. */
export function TradeoffChart({ paths, chosen, onChoose }: Props) {
  const points = paths.map(({ totals }) => ({
    // An untimed step counts as one year, as where the service compares paths.
    years: totals.years ?? totals.yearsAtLeast + totals.untimedSteps,
    skills: totals.skillsToLearn + totals.skillsToRaise,
    totals,
  }));
  const [mostYears, mostSkills] = [
    Math.max(1, ...points.map(({ years }) => years)),
    Math.max(1, ...points.map(({ skills }) => skills)),
  ];
  const x = (years: number): number => EDGE.left + (years / mostYears) * (WIDTH - EDGE.left - EDGE.right);
  const y = (skills: number): number =>
    HEIGHT - EDGE.bottom - (skills / mostSkills) * (HEIGHT - EDGE.top - EDGE.bottom);
  return (
    <figure class="tradeoffs">
      <figcaption>Time against learning. The number in a point is its steps.</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label="Trade-offs; the list of paths says the same."
      >
        <line class="axis" x1={EDGE.left} x2={WIDTH - 8} y1={y(0)} y2={y(0)} />
        <line class="axis" x1={EDGE.left} x2={EDGE.left} y1={8} y2={y(0)} />
        <text class="tick middle" x={x(mostYears)} y={HEIGHT - 20}>
          {Math.round(mostYears * 10) / 10} y
        </text>
        <text class="tick middle" x={EDGE.left + 80} y={HEIGHT - 6}>
          years
        </text>
        <text class="tick" x={8} y={y(mostSkills) + 4}>
          {mostSkills}
        </text>
        <text class="tick" x={6} y={y(0) + 14}>
          skills
        </text>
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
