import { monthsInWords } from "../../model/monthsInWords.js";
import { wholeMonths } from "../../model/wholeMonths.js";
import { argumentAsGiven } from "../argumentWords.js";
import { bandInWords } from "../bandInWords.js";
import { raised, scaleLine } from "../raised.js";
import { wrap } from "../wrap.js";
import type { PathAnswer, PathLine, StepLine } from "./pathOperation.js";

/**
 * The answer to a path search as text.
 * @param variables the variables of the operation, to show constraints as they were given
 */
export function renderAnswer(answer: PathAnswer, variables: Readonly<Record<string, unknown>> = {}): string {
  const { paths } = answer;
  if (paths.length > 0)
    return [
      ...paths.map((path, index) => renderPath(path, index, paths.length)),
      ...(paths.some(raises) ? [scaleLine(answer.to).join("\n")] : []).filter((line) => line !== ""),
      ...caveat(answer),
    ].join("\n\n");
  const ends = `from ${answer.from.title} to ${answer.to.title}`;
  if (answer.outcome === "LIMIT_REACHED") return `The search used up its budget before it found a path ${ends}.`;
  if (answer.noPathReason !== "CONSTRAINED") return `There is no path ${ends}: no transitions lead there.`;
  const { whyNot } = answer;
  const none = `There is no path ${ends} under these constraints.`;
  return whyNot === null
    ? none
    : [
        none,
        ...wrap(
          `Without ${whyNot.constraints.map((each) => argumentAsGiven(each, variables)).join(" and ")}: ${whyNot.path.summary}`,
          "",
          "  ",
        ),
        ...whyNot.reasons.flatMap((reason) => wrap(reason, "  - ", "    ")),
      ].join("\n");
}

/** Whether a skill must be raised on a path. */
function raises({ steps }: PathLine): boolean {
  return steps.some(({ skillsToRaise }) => skillsToRaise.length > 0);
}

/** A note about a search that used up its budget. */
function caveat({ outcome, optimal }: PathAnswer): string[] {
  if (!optimal) return ["The search used up its budget: these are the best paths found, and there may be better ones."];
  return outcome === "LIMIT_REACHED" ? ["The search used up its budget: there may be more paths."] : [];
}

function renderPath(path: PathLine, index: number, count: number): string {
  const lines = wrap(path.summary, count > 1 ? `[${index + 1} of ${count}] ` : "", "");
  const pay = path.totals.payChange;
  if (pay !== null && path.steps.length > 0) {
    lines.push(
      `Pay: ${bandInWords(pay.from)} → ${bandInWords(pay.to)} a year${pay.comparable ? "" : " (figures of different kinds)"}`,
    );
  }
  const cautions = (position: number | null) =>
    path.cautions.filter((caution) => caution.position === position).map(({ message }) => message);
  for (const message of cautions(null)) lines.push(...wrap(message, "Caution: ", "  "));
  for (const step of path.steps)
    lines.push("", ...renderStep(step), ...field("Caution", cautions(step.position).join(" ")));
  if (path.assumptions.length > 0) {
    lines.push("", "Assumed", ...path.assumptions.flatMap((assumption) => wrap(assumption, "  - ", "    ")));
  }
  return lines.join("\n");
}

function renderStep({
  position,
  from,
  to,
  years,
  yearsAssumed,
  skillsToLearn,
  skillsToRaise,
  transition,
}: StepLine): string[] {
  const essential = skillsToLearn.filter(({ importance }) => importance === "ESSENTIAL");
  const useful = skillsToLearn.filter(({ importance }) => importance !== "ESSENTIAL");
  return [
    ...wrap(`${from.title} → ${to.title}`, `${position}. `, "   "),
    ...field("Move", `${transition.kind.toLowerCase().replaceAll("_", " ")}, ${transition.basis.toLowerCase()}`),
    ...field("Time", timeOf(years, yearsAssumed)),
    ...field(
      "Learn",
      skillsToLearn.length + skillsToRaise.length === 0
        ? "nothing new"
        : essential.map(({ skill }) => skill.name).join(", "),
    ),
    ...field("Raise", skillsToRaise.map(raised).join(", ")),
    ...field("Useful", useful.map(({ skill }) => skill.name).join(", ")),
    ...field("Note", transition.note ?? ""),
    ...field("Sources", transition.sources.map(({ title }) => title).join("; ")),
  ];
}

/** The years of a step. If no step of the dataset is timed, there are no assumed years either. */
function timeOf(years: number | null, assumed: number | null): string {
  const inWords = (time: number): string => monthsInWords(wholeMonths(time));
  if (years !== null) return inWords(years);
  return assumed === null ? "unknown" : `unknown; ${inWords(assumed)} assumed`;
}

function field(name: string, text: string): string[] {
  return text === "" ? [] : wrap(text, `   ${`${name}:`.padEnd(9)}`, " ".repeat(12));
}
