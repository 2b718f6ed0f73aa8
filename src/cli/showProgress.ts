import type { LoadProgress } from "../store/neo4j/loading/writeGeneration.js";

/** Width of the bar in columns. */
const WIDTH = 30;

/**
 * Shows the progress of a load: a bar on a terminal, otherwise a line for each new step.
 * @param unit unit of `done` and `total`
 */
export function showProgress(
  output: NodeJS.WriteStream,
  unit = "rows",
): { show(progress: LoadProgress): void; end(): void } {
  let step = "";
  let drawn = false;
  return {
    show(progress) {
      if (output.isTTY) {
        // The line is truncated, because a wrapped line could not be redrawn.
        output.write(`\r\x1b[K${barOf(progress, unit).slice(0, (output.columns || Infinity) - 1)}`);
        drawn = true;
      } else if (progress.step !== step) {
        output.write(`${progress.step}${countOf(progress, unit)}\n`);
      }
      step = progress.step;
    },
    end() {
      if (drawn) output.write("\r\x1b[K");
      drawn = false;
    },
  };
}

function barOf(progress: LoadProgress, unit: string): string {
  if (progress.total === 0) return `${progress.step}…`;
  const filled = Math.round((progress.done / progress.total) * WIDTH);
  return `[${"█".repeat(filled)}${"·".repeat(WIDTH - filled)}] ${progress.step}${countOf(progress, unit)}`;
}

function countOf({ done, total }: LoadProgress, unit: string): string {
  return total === 0 ? "" : ` (${done.toLocaleString("en")} of ${total.toLocaleString("en")} ${unit})`;
}
