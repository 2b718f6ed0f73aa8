import { counted, pathTime } from "../parts/words.js";
import type { ShownPath } from "./pathOperations.js";

interface Props {
  readonly paths: readonly ShownPath[];
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}

/** The list of paths to choose from. */
export function PathList({ paths, chosen, onChoose }: Props) {
  return (
    <section aria-labelledby="paths-heading">
      <h2 id="paths-heading">{paths.length === 1 ? "The path" : `${paths.length} paths`}</h2>
      <ol class="paths">
        {paths.map((path, place) => (
          <li key={path.roles.map(({ id }) => id).join(" ")}>
            <button type="button" aria-pressed={place === chosen} onClick={() => onChoose(place)}>
              <strong>
                {counted(path.totals.steps, "step")} · {pathTime(path.totals)} ·{" "}
                {counted(path.totals.skillsToLearn, "skill")}
              </strong>
              <span>{path.roles.map(({ title }) => title).join(" → ")}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
