import { type PersonOptions, profileOf } from "../personOptions.js";
import { printAnswer } from "../printAnswer.js";
import { type PathAnswer, pathOperation, tradeoffsOperation } from "./pathOperation.js";
import { renderAnswer } from "./renderAnswer.js";

/** The objectives by the words of the command line. */
export const OBJECTIVES = { steps: "FEWEST_STEPS", time: "LEAST_TIME", learning: "LEAST_LEARNING" } as const;

export interface PathOptions extends PersonOptions {
  readonly by?: keyof typeof OBJECTIVES;
  readonly avoid?: readonly string[];
  readonly via?: readonly string[];
  readonly track?: readonly string[];
  readonly stated?: boolean;
  readonly maxSteps?: number;
  readonly maxYears?: number;
  readonly top?: number;
  readonly differ?: boolean;
  readonly tradeoffs?: boolean;
}

/**
 * `career-graph path`: prints the best paths for a person, or with `--json` for a program. No path is an answer; a reference
 * that names nothing is an error.
 */
export async function runPath(from: string, to: string, options: PathOptions): Promise<void> {
  if (options.tradeoffs && options.by) throw new Error("--tradeoffs weighs steps, years and skills; leave out --by.");
  if (options.tradeoffs && options.differ) {
    throw new Error("--differ chooses among paths by one objective; leave it or --tradeoffs out.");
  }
  const where = {
    avoid: options.avoid,
    via: options.via,
    tracks: options.track,
    basis: options.stated ? "STATED" : undefined,
    maxSteps: options.maxSteps,
    maxYears: options.maxYears,
  };
  const variables = {
    from,
    to,
    profile: profileOf(options),
    where,
    limit: options.top ?? usualTop(options),
  };
  const render = (answer: PathAnswer): string => renderAnswer(answer, variables);
  await printAnswer(
    options.json === true,
    options.tradeoffs
      ? { query: tradeoffsOperation, variables, field: "tradeoffs", render }
      : {
          query: pathOperation,
          variables: { ...variables, objective: OBJECTIVES[options.by ?? "steps"], differ: options.differ === true },
          field: "paths",
          render,
        },
  );
}

/** Paths printed where `--top` does not say: paths that differ are asked for to compare some. */
function usualTop({ tradeoffs, differ }: PathOptions): number {
  if (tradeoffs) return 10;
  return differ ? 3 : 1;
}
