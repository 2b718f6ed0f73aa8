import { monitorEventLoopDelay } from "node:perf_hooks";
import type { PathQuery } from "../../src/paths/query/PathQuery.js";
import { millisecondsOf, quantile, told } from "../figures.js";
import type { Figure } from "../Section.js";

/** Milliseconds within which a search should be proven. */
const TARGET_MILLISECONDS = 50;

/** Median, 99 % and worst time of some requests, how many were proven in time, and the outcome of the others. */
export async function measured(
  what: string,
  asked: readonly PathQuery[],
  answer: (query: PathQuery) => Promise<{ outcome: string; optimal: boolean }>,
): Promise<Figure> {
  for (const query of asked.slice(0, 40)) await answer(query);
  const times: number[] = [];
  const rest: string[] = [];
  for (const query of asked) {
    let given!: { outcome: string; optimal: boolean };
    const time = await millisecondsOf(async () => (given = await answer(query)));
    times.push(time);
    if (!given.optimal || time > TARGET_MILLISECONDS) {
      rest.push(`${given.outcome}${given.optimal ? "" : ", not proven"} in ${told(time)}`);
    }
  }
  const ours =
    `median ${told(quantile(times, 0.5))}, 99 % ${told(quantile(times, 0.99))}, worst ${told(Math.max(...times))}; ` +
    `${asked.length - rest.length} of ${asked.length} proven within ${TARGET_MILLISECONDS} ms` +
    (rest.length === 0 ? "" : ` (the rest: ${rest.join("; ")})`);
  return { what, ours, rival: "", ratio: "" };
}

/**
 * How long the event loop is blocked while many requests run at once. All are answered once before that, because compilation and the
 * first garbage collections block it longer than any search.
 */
export async function heldUnderLoad(
  what: string,
  asked: readonly PathQuery[],
  answer: (query: PathQuery) => Promise<unknown>,
): Promise<Figure> {
  const atOnce = 16;
  const answerAll = async (): Promise<void> => {
    for (let start = 0; start < asked.length; start += atOnce) {
      await Promise.all(asked.slice(start, start + atOnce).map(answer));
    }
  };
  await answerAll();
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  await answerAll();
  held.disable();
  const ours = `event loop held ${told(held.max / 1e6)} at most, ${told(held.percentile(99) / 1e6)} in 99 % of turns`;
  return { what: `${atOnce} at once: ${what}`, ours, rival: "", ratio: "" };
}
