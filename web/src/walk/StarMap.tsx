import { layOutStar } from "../layout/layOutStar.js";
import { measure } from "../paths/measure.js";

interface Node {
  readonly id: string;
  readonly label: string;
}

interface Props {
  readonly root: Node;
  readonly links: readonly { readonly isOut: boolean; readonly basis: string | null; readonly node: Node }[];
  readonly onNode: (id: string) => void;
}

/** A node in the middle, and what leads to it and from it on both sides. One picture to a screen reader: the lists say the same. */
export function StarMap({ root, links, onNode }: Props) {
  const { width, height, lines, nodes } = layOutStar(root, links, measure);
  return (
    <div class="map star">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`What is joined to ${root.label}; the lists below say the same.`}
      >
        {lines.map(({ id, path, isInferred }) => (
          <path key={id} class={isInferred ? "line inferred" : "line"} d={path} />
        ))}
        {nodes.map(({ id, x, y, text, title, anchor, isRoot }) => (
          <g key={id} class={isRoot ? "station chosen" : "station"} onClick={() => onNode(id)}>
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
      </svg>
    </div>
  );
}
