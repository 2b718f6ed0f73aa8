import { ASSUMED_BIT, monthsOf, type Network, UNTIMED_BIT } from "../network/Network.js";

/** The time that one step takes. */
interface StepTime {
  /** The months that count where paths are compared. */
  readonly months: number;
  /** Whether no source gives the time, and the dataset has a figure to assume. */
  readonly isAssumed: boolean;
  /** Whether no source gives the time, and there is no figure to assume. */
  readonly isUntimed: boolean;
}

/** The time that a path takes, by step and in all. */
export interface PathTime {
  readonly steps: readonly StepTime[];
  /** Known and assumed months of all steps except the untimed ones. */
  readonly monthsAtLeast: number;
  /** The part of `monthsAtLeast` that is assumed. */
  readonly monthsAssumed: number;
  readonly untimedSteps: number;
}

/**
 * The time that a path takes.
 * @param steps positions of its steps in `outSteps`
 */
export function timeOfPath(network: Network, steps: readonly number[]): PathTime {
  const { outSteps, outTraits } = network.columns;
  const times = steps.map((step): StepTime => {
    const traits = outTraits[step]!;
    return {
      months: monthsOf(outSteps[step]!),
      isAssumed: (traits & ASSUMED_BIT) !== 0,
      isUntimed: (traits & UNTIMED_BIT) !== 0,
    };
  });
  const monthsOfThose = (counts: (time: StepTime) => boolean): number =>
    times.reduce((sum, time) => (counts(time) ? sum + time.months : sum), 0);
  return {
    steps: times,
    monthsAtLeast: monthsOfThose(({ isUntimed }) => !isUntimed),
    monthsAssumed: monthsOfThose(({ isAssumed }) => isAssumed),
    untimedSteps: times.filter(({ isUntimed }) => isUntimed).length,
  };
}
