import type { LoadProgress } from "../store/neo4j/loading/loadDataset.js";

/** Columns of the bar. */
const WIDTH = 30;

/** Shows how far a load is: a bar that redraws itself on a terminal, else a line for each new step. */
export function showProgress(output: NodeJS.WriteStream): { show(progress: LoadProgress): void; end(): void } {
  let step = "";
  let drawn = false;
  return {
    show(progress) {
      if (output.isTTY) {
        output.write(`\r\x1b[K${barOf(progress)}`);
        drawn = true;
      } else if (progress.step !== step) {
        output.write(`${progress.step}${countOf(progress)}\n`);
      }
      step = progress.step;
    },
    end() {
      if (drawn) output.write("\r\x1b[K");
      drawn = false;
    },
  };
}

function barOf(progress: LoadProgress): string {
  if (progress.total === 0) return `${progress.step}…`;
  const filled = Math.round((progress.done / progress.total) * WIDTH);
  return `[${"█".repeat(filled)}${"·".repeat(WIDTH - filled)}] ${progress.step}${countOf(progress)}`;
}

function countOf({ done, total }: LoadProgress): string {
  return total === 0 ? "" : ` (${done.toLocaleString("en")} of ${total.toLocaleString("en")} rows)`;
}
