import { monthsInWords } from "../../model/monthsInWords.js";
import type { TransitionKind } from "../../model/TransitionKind.js";
import { type Assumption, type StepSort, UNTIMED_MONTHS } from "../network/Network.js";
import type { PathTime } from "./timeOfPath.js";

/**
 * A sentence that describes a path, and a second one if the path requires degrees.
 * @param degreesNeeded names of the degrees to earn on the path
 */
export function summaryOf(titles: readonly string[], time: PathTime, degreesNeeded: readonly string[]): string {
  const first = titles[0]!;
  if (time.steps.length === 0) return `The start and the target are both ${first}: no steps are needed.`;
  const through = titles.slice(1, -1);
  const by = through.length === 0 ? "" : `: via ${listed(through)}`;
  const degrees =
    degreesNeeded.length === 0
      ? ""
      : ` Required degree${degreesNeeded.length === 1 ? "" : "s"}: ${listed(degreesNeeded)}.`;
  return `From ${first} to ${titles.at(-1)!} in ${stepsInWords(time.steps.length)}, ${inWords(time)}${by}.${degrees}`;
}

/** The words for each sort of step. */
const SORTS: Readonly<Record<StepSort, string>> = { rising: "steps up", level: "steps at about the same level" };

/**
 * What is assumed about a step of unknown time: a sentence that names the step, and the dataset's reason for its figure.
 * @param assumed null if there is no figure to assume
 */
export function assumptionOf(
  position: number,
  titles: readonly string[],
  { kind, sort }: { readonly kind: TransitionKind; readonly sort: StepSort },
  assumed: Assumption | null,
): string {
  const step = `Step ${position}, ${titles[position - 1]!} to ${titles[position]!}`;
  if (assumed === null) {
    const reason =
      kind === "SAME_WORK"
        ? "no figure is assumed between two datasets"
        : `the dataset has no figure for ${SORTS[sort]}`;
    return `${step}: no source says how long it takes, and ${reason}; when paths are compared, it counts as ${monthsInWords(UNTIMED_MONTHS)}.`;
  }
  const counted = `${step}, is assumed to take ${monthsInWords(assumed.months)}`;
  return assumed.note === null
    ? `${counted}, the median of the ${SORTS[sort]} whose years are known.`
    : `${counted}, as the dataset declares. ${assumed.note}`;
}

function inWords({ steps, monthsAtLeast, monthsAssumed, untimedSteps }: PathTime): string {
  if (untimedSteps === steps.length) return "time unknown";
  const known = `${monthsInWords(monthsAtLeast)}${assumedPart(monthsAtLeast, monthsAssumed)}`;
  if (untimedSteps > 0) return `at least ${known} and ${stepsInWords(untimedSteps)} of unknown time`;
  return monthsAssumed === 0 ? known : `about ${known}`;
}

/** How much of a time is assumed, in brackets; empty if nothing is assumed. */
function assumedPart(months: number, assumed: number): string {
  if (assumed === 0) return "";
  if (assumed === months) return " (all assumed)";
  return months % 12 === 0 && assumed % 12 === 0
    ? ` (${assumed / 12} of them assumed)`
    : ` (${monthsInWords(assumed)} of it assumed)`;
}

function stepsInWords(count: number): string {
  return count === 1 ? "1 step" : `${count} steps`;
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}
