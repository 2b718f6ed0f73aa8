import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { layOutWalk, type WalkInput } from "../layout/layOutWalk.js";
import { measure } from "../paths/measure.js";
import type { Branch } from "./walkTree.js";

interface Props {
  readonly root: Branch;
  /** Opens or closes a node. */
  readonly onNode: (id: string) => void;
}

/** The neighborhood as a drawing, for the mouse. A screen reader gets one image; the list has the same content and works by keyboard. */
export function WalkMap({ root, onNode }: Props) {
  const { width, height, lines, stations, notes } = useMemo(() => layOutWalk(inputOf(root), measure), [root]);
  const frame = useRef<HTMLDivElement>(null);
  const middle = stations.find(({ isRoot }) => isRoot)?.x ?? 0;
  useLayoutEffect(() => {
    // If the drawing is wider than the page, scroll to its middle.
    if (frame.current !== null) frame.current.scrollLeft = middle - frame.current.clientWidth / 2;
  }, [root.node.id]);
  return (
    <div class="map walk-map">
      <div class="scroll" ref={frame} tabIndex={0} role="group" aria-label="Drawing, scrolls sideways">
        <svg
          class="centered"
          width={width}
          height={height}
          role="img"
          aria-label={`Connections of ${root.node.label}. The list below has the same content.`}
        >
          {lines.map(({ id, path, isInferred }) => (
            <path key={id} class={isInferred ? "line thin inferred" : "line thin"} d={path} />
          ))}
          {stations.map(({ id, x, y, text, title, anchor, isRoot, isOpen }) => (
            <g key={id} class={isOpen ? "station chosen" : "station"} onClick={() => !isRoot && onNode(id)}>
              <title>{title}</title>
              <circle cx={x} cy={y} r={isRoot ? 9 : 5} />
              <text
                class={anchor}
                x={anchor === "end" ? x - 12 : anchor === "start" ? x + 12 : x}
                y={anchor === "middle" ? y + 26 : y + 4}
              >
                {text}
              </text>
            </g>
          ))}
          {notes.map(({ x, y, text, anchor }) => (
            <text key={`${x} ${y}`} class={`tick ${anchor}`} x={x} y={y + 4}>
              {text}
            </text>
          ))}
        </svg>
      </div>
    </div>
  );
}

function inputOf({ node, ties, isOpen, branches }: Branch): WalkInput {
  return {
    id: node.id,
    label: node.label,
    isOut: ties.some((tie) => tie.isOut),
    isInferred: ties.length > 0 && ties.every((tie) => tie.isInferred),
    isOpen,
    branches: branches.map(inputOf),
  };
}
