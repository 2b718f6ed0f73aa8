import type { FoundStep, FoundTotals } from "./FoundPaths.js";

/**
 * A sentence that tells a path to a person, and one more where it takes degrees.
 * @param degreesNeeded names of the degrees to earn on the way
 */
export function summaryOf(titles: readonly string[], totals: FoundTotals, degreesNeeded: readonly string[]): string {
  const first = titles[0]!;
  if (totals.steps === 0) return `${first} is where you are already: no step to take.`;
  const steps = totals.steps === 1 ? "1 step" : `${totals.steps} steps`;
  const through = titles.slice(1, -1);
  const by = through.length === 0 ? "" : `: by ${listed(through)}`;
  const degrees = degreesNeeded.length === 0 ? "" : ` It takes a degree: ${listed(degreesNeeded)}.`;
  return `From ${first} to ${titles.at(-1)!} in ${steps}, ${timeOf(totals)}${by}.${degrees}`;
}

/** What was assumed about a path, one sentence for each step that something was assumed of. */
export function assumptionsOf(titles: readonly string[], steps: readonly FoundStep[]): string[] {
  const unknown = steps.filter((step) => step.years === null);
  return unknown.map((step) => {
    const where = `Step ${step.position}, ${titles[step.position - 1]!} to ${titles[step.position]!}`;
    return step.yearsAssumed === null
      ? `${where}: no source tells how long it takes, nor how long any step of the dataset does, so each step counts the same.`
      : `${where}: no source tells how long it takes; counted as ${yearsInWords(step.yearsAssumed)}, the median of all steps whose years are known.`;
  });
}

function timeOf({ years, yearsAssumed }: FoundTotals): string {
  if (years === null) return "with no years known";
  if (yearsAssumed === 0) return yearsInWords(years);
  if (yearsAssumed === years) return `about ${yearsInWords(years)} (all assumed)`;
  return `about ${yearsInWords(years)} (${rounded(yearsAssumed)} of them assumed)`;
}

/** Years, or months where it is less than one year. */
function yearsInWords(years: number): string {
  const months = Math.round(years * 12);
  if (months > 0 && months < 12) return months === 1 ? "1 month" : `${months} months`;
  return years === 1 ? "1 year" : `${rounded(years)} years`;
}

/** To a tenth of a year, without a closing zero. */
function rounded(years: number): string {
  return String(Math.round(years * 10) / 10);
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}
