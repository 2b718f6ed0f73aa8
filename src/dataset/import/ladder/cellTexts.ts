import { TransitionKind } from "../../../model/TransitionKind.js";
import { wholeMonths } from "../../../model/wholeMonths.js";
import type { ImportReport } from "../ImportReport.js";
import type { LadderNeed, LadderPlace, LadderStep } from "./LadderTable.js";
import type { LevelWords } from "./LevelWords.js";

/** Parses the cells of a ladder. A cell that cannot be parsed becomes a problem of the report, with its position. */
export class CellTexts {
  constructor(
    private readonly file: string,
    private readonly levels: LevelWords,
    private readonly report: ImportReport,
  ) {}

  /** Reports that the text at a position cannot be parsed. */
  problem({ line, where }: LadderPlace, message: string, fix: string): void {
    this.report.problem(this.file, line, `${where}: ${message}`, fix);
  }

  /** Parses the cell of a skill: a level, or x for a need without a level; a question mark after it means useful. Null for no need. */
  need(skill: string, category: string | null, text: string, place: LadderPlace): LadderNeed | null {
    const isUseful = text.endsWith("?");
    const level = (isUseful ? text.slice(0, -1) : text).trim();
    if (level === "" && !isUseful) return null;
    if (["-", "–", "—"].includes(level)) return null;
    if (["", "x", "yes", "true", "✓", "✔"].includes(level.toLowerCase()))
      return { skill, category, level: null, isUseful, place };
    const found = this.levels.levelOf(level);
    if (found !== null) return { skill, category, level: found, isUseful, place };
    this.problem(
      place,
      `${JSON.stringify(text)} is not a level`,
      `Write ${this.levels.allowed}, x for a skill without a level, or nothing if the role does not need it; add a ? if the skill is only useful`,
    );
    return null;
  }

  /** Parses an item of a list of skills, such as `Python: 3`, `Python` or `Mentoring?`. Null if it is invalid. */
  listedNeed(item: string, place: LadderPlace): LadderNeed | null {
    const [, name, text] = /^(.*\S)\s*:\s+(\S.*)$/s.exec(item) ?? [];
    if (name !== undefined && text !== undefined) return this.need(name, null, text, place);
    return this.need(item.replace(/\s*\?$/, ""), null, item.endsWith("?") ? "x?" : "x", place);
  }

  /** Parses a step: `Title`, `Title [KIND]` or `Title [KIND, 2 years]`. */
  step(item: string, place: LadderPlace): LadderStep {
    const [, to = item, remarks] = /^(.*\S)\s*\[([^\]]*)\]$/s.exec(item) ?? [];
    let [kind, years]: [LadderStep["kind"], number | null] = [null, null];
    for (const remark of remarks?.split(",") ?? []) {
      const word = remark.trim();
      const time = /^(\d+(?:\.\d+)?)\s*years?$/.exec(word);
      const named = word.toUpperCase().replace(/[\s-]+/g, "_");
      if (time !== null && isTime(Number(time[1]))) years = Number(time[1]);
      else if (Object.hasOwn(TransitionKind, named) && named !== "SAME_WORK")
        kind = named as NonNullable<LadderStep["kind"]>;
      else
        this.problem(
          place,
          `${JSON.stringify(word)} is neither a kind of step nor a time`,
          `Write one of ${Object.keys(TransitionKind)
            .filter((each) => each !== "SAME_WORK")
            .join(", ")}, or a time such as 2 years`,
        );
    }
    return { to, kind, years, place };
  }

  /** Parses a rung: a text that ends with its number, such as `3` or `IC3`. Null if it is invalid. */
  rung(text: string, place: LadderPlace): number | null {
    const rung = Number(/(\d+)$/.exec(text)?.[1] ?? Number.NaN);
    if (rung >= 1 && rung <= 30) return rung;
    this.problem(
      place,
      `${JSON.stringify(text)} is not a rung`,
      "Write a number from 1 (the lowest) to 30, optionally after letters as in IC3",
    );
    return null;
  }

  /** Parses years of experience: `2`, `2-5` or `5+`. Null if they are invalid. */
  years(text: string, place: LadderPlace): { from: number; to: number | null } | null {
    const [, from, to] = /^(\d+(?:\.\d+)?)(?:\s*\+|\s*[-–]\s*(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
    const span = { from: Number(from), to: to === undefined ? null : Number(to) };
    if (from !== undefined && [span.from, span.to ?? 0].every(isTime) && span.from <= (span.to ?? Infinity))
      return span;
    this.problem(place, `${JSON.stringify(text)} is not a span of years`, "Write it as 2, 2-5 or 5+");
    return null;
  }
}

function isTime(years: number): boolean {
  return years <= 100 && (years === 0 || wholeMonths(years) > 0);
}
