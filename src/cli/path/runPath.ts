import type { Closeness } from "../../model/Closeness.js";
import type { TransitionKind } from "../../model/TransitionKind.js";
import { type PersonOptions, profileOf } from "../personOptions.js";
import { printAnswer } from "../printAnswer.js";
import { type PathAnswer, pathOperation, tradeoffsOperation } from "./pathOperation.js";
import { renderAnswer } from "./renderAnswer.js";

/** The objectives by their names on the command line. */
export const OBJECTIVES = { steps: "FEWEST_STEPS", time: "LEAST_TIME", learning: "LEAST_LEARNING" } as const;

/** The kinds of transitions by their names on the command line. */
export const KINDS = {
  promotion: "PROMOTION",
  lateral: "LATERAL",
  specialization: "SPECIALIZATION",
  "track-change": "TRACK_CHANGE",
  related: "RELATED",
  "same-work": "SAME_WORK",
} as const satisfies Record<string, TransitionKind>;

/** The values of closeness by their names on the command line. */
export const CLOSENESSES = {
  distant: "DISTANT",
  related: "RELATED",
  close: "CLOSE",
} as const satisfies Record<string, Closeness>;

export interface PathOptions extends PersonOptions {
  readonly by?: keyof typeof OBJECTIVES;
  readonly avoid?: readonly string[];
  readonly via?: readonly string[];
  readonly track?: readonly string[];
  readonly kind?: readonly (keyof typeof KINDS)[];
  readonly stated?: boolean;
  readonly closeness?: keyof typeof CLOSENESSES;
  readonly maxSteps?: number;
  readonly maxYears?: number;
  readonly maxTrackChanges?: number;
  readonly maxPreparationRise?: number;
  readonly minPay?: number;
  readonly currency?: string;
  readonly place?: string;
  readonly top?: number;
  readonly differ?: boolean;
  readonly tradeoffs?: boolean;
}

/**
 * `career-graph path`: prints the best paths as text or as JSON. If there is no path, that is an answer. An unknown reference is an error.
 */
export async function runPath(from: string, to: string, options: PathOptions): Promise<void> {
  if (options.tradeoffs && options.by) throw new Error("--tradeoffs compares by steps, years and skills. Omit --by.");
  if (options.tradeoffs && options.differ) {
    throw new Error("--differ needs one objective. Omit --differ or --tradeoffs.");
  }
  const where = {
    avoid: options.avoid,
    via: options.via,
    tracks: options.track,
    kinds: options.kind?.map((kind) => KINDS[kind]),
    basis: options.stated ? "STATED" : undefined,
    minCloseness: options.closeness && CLOSENESSES[options.closeness],
    maxSteps: options.maxSteps,
    maxYears: options.maxYears,
    maxTrackChanges: options.maxTrackChanges,
    maxPreparationRise: options.maxPreparationRise,
    minPay: options.minPay,
    currency: options.currency,
    place: options.place,
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

/** Number of paths by default: several with `--differ`, which is for comparing paths. */
function usualTop({ tradeoffs, differ }: PathOptions): number {
  if (tradeoffs) return 10;
  return differ ? 3 : 1;
}
