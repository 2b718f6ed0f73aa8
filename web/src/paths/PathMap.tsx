import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { LINE_HEIGHT, RADIUS } from "../layout/Drawing.js";
import { layOutColumn } from "../layout/layOutColumn.js";
import { layOutMap } from "../layout/layOutMap.js";
import { wrapLabel } from "../layout/wrapLabel.js";
import { measure } from "./measure.js";
import { mapInput } from "./mapInput.js";
import type { ShownPath } from "./pathOperations.js";

interface Props {
  readonly paths: readonly ShownPath[];
  readonly chosen: number;
  readonly onStation: (id: string) => void;
}

/** Below this width, the map is drawn from top to bottom. */
const NARROW = 600;

/** The map of paths. It is one image to a screen reader, because the lists of paths and steps have the same content. */
export function PathMap({ paths, chosen, onStation }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const label = `Map of ${paths.length === 1 ? "one path" : `${paths.length} paths`}. ${paths[chosen]?.summary ?? ""} The lists below have the same content.`;
  return (
    <div class="map" ref={frame}>
      {width > 0 &&
        (width < NARROW ? (
          <NarrowMap {...{ paths, chosen, onStation, width, label }} />
        ) : (
          <WideMap {...{ paths, chosen, onStation, width, label }} />
        ))}
    </div>
  );
}

type Sized = Props & { readonly width: number; readonly label: string };

function WideMap({ paths, chosen, onStation, width, label }: Sized) {
  const drawing = useMemo(() => layOutMap({ ...mapInput(paths), chosen, width, measure }), [paths, chosen, width]);
  const axisAt = drawing.height - 10;
  const scrolls = drawing.width > width;
  return (
    <div class="scroll" {...(scrolls ? { tabIndex: 0, role: "group", "aria-label": "Map, scrolls sideways" } : {})}>
      <svg width={drawing.width} height={drawing.height} role="img" aria-label={label}>
        {drawing.lanes.map(({ name, top, height }, place) => (
          <g key={name ?? ""}>
            <rect
              class={place % 2 === 0 ? "lane" : "lane odd"}
              x={1}
              y={top}
              width={drawing.width - 2}
              height={height}
              rx={6}
            />
            <text class="lane-name" x={12} y={top + 18}>
              {name ?? "On no track"}
            </text>
          </g>
        ))}
        {drawing.pay.map(({ at, label: text }) => (
          <g key={text}>
            <line class="axis" x1={0} x2={drawing.width} y1={at} y2={at} />
            <text class="tick" x={8} y={at - 5}>
              {text}
            </text>
          </g>
        ))}
        {drawing.pay.length > 0 && (
          <text class="lane-name" x={8} y={18}>
            Pay per year, middle of the band ({payCurrency(paths)})
          </text>
        )}
        {drawing.years.map(({ at, label: text }) => (
          <g key={at}>
            <line class="axis" x1={at} x2={at} y1={8} y2={drawing.height - 26} />
            <text class="tick middle" x={at} y={axisAt}>
              {text}
            </text>
          </g>
        ))}
        {drawing.lines.map(({ from, to, path, isChosen, isInferred }) => (
          <path key={`${from} ${to}`} class={lineClass(isChosen, isInferred)} d={path} />
        ))}
        {drawing.stations.map(({ id, title, x, y, isChosen, label: lines, labelBox }) => (
          <g key={id} class={isChosen ? "station chosen" : "station"} onClick={() => onStation(id)}>
            <title>{title}</title>
            <circle cx={x} cy={y} r={RADIUS} />
            {lines.map((line, place) => (
              <text key={line} class="middle" x={x} y={labelBox.top + LINE_HEIGHT * (place + 1) - 2}>
                {line}
              </text>
            ))}
          </g>
        ))}
        {drawing.stepLabels.map(({ step, x, y, lines }) => (
          <g key={step}>
            {lines.map((line, place) => (
              <text key={line} class="step-label middle" x={x} y={y + place * LINE_HEIGHT}>
                {line}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

function NarrowMap({ paths, chosen, onStation, width, label }: Sized) {
  const drawing = useMemo(() => layOutColumn({ ...mapInput(paths), chosen, width }), [paths, chosen, width]);
  const room = width - drawing.labelsAt - 4;
  return (
    <svg width={width} height={drawing.height} role="img" aria-label={label}>
      {drawing.lines.map(({ from, to, path, isChosen, isInferred }) => (
        <path key={`${from} ${to}`} class={lineClass(isChosen, isInferred)} d={path} />
      ))}
      {drawing.stations.map(({ id, title, x, y, isChosen }) => {
        const lines = wrapLabel(title, room, (text) => measure(text, isChosen ? "chosen" : "station"));
        const first = lines.length === 1 ? y + 4 : y - 3;
        const step = drawing.stepLabels.find(({ station }) => station === id);
        return (
          <g key={id}>
            <g class={isChosen ? "station chosen" : "station"} onClick={() => onStation(id)}>
              <title>{title}</title>
              <circle cx={x} cy={y} r={RADIUS} />
              {lines.map((line, place) => (
                <text key={line} x={drawing.labelsAt} y={first + place * LINE_HEIGHT}>
                  {line}
                </text>
              ))}
            </g>
            {step !== undefined && (
              <text class="step-label" x={drawing.labelsAt} y={first + lines.length * LINE_HEIGHT + 1}>
                {step.text}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function lineClass(isChosen: boolean, isInferred: boolean): string {
  return `line${isChosen ? " chosen" : ""}${isInferred ? " inferred" : ""}`;
}

function payCurrency(paths: readonly ShownPath[]): string {
  return paths[0]?.roles.find((role) => role.payBand !== null)?.payBand?.currency ?? "";
}
