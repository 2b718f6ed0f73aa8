import type { ImportReport } from "../ImportReport.js";
import { recordsOfCommaSeparated, recordsOfTabSeparated } from "../tableRecords.js";
import type { TableFile } from "../tableRows.js";
import { CellTexts } from "./cellTexts.js";
import { type LadderHead, type LadderPlace, type LadderRole, type LadderTable, NO_HEAD } from "./LadderTable.js";
import { LevelWords } from "./LevelWords.js";

const COLUMNS = ["role", "aliases", "track", "rung", "summary", "years", "skills", "next"] as const;
type Column = (typeof COLUMNS)[number];

/** The name of a skill column: `skill: Python`, or with a category `skill: Languages / Python`. */
const SKILL_COLUMN = /^skill:\s*(?:(\S.*?)\s+\/\s+)?(\S.*)$/i;

interface SkillColumn {
  readonly index: number;
  readonly skill: string;
  readonly category: string | null;
}

/**
 * Reads a ladder from a table separated by commas or tabs. The first row has the names of the columns, and each other row is a role. What
 * cannot be read becomes a problem of the report, with its row and column as a spreadsheet shows them.
 */
export function readLadderCsv(file: TableFile, given: LadderHead, report: ImportReport): LadderTable {
  const levels = levelsOf(file, given, report);
  const texts = new CellTexts(file.name, levels, report);
  const content = file.content.replace(/^\ufeff/, "");
  const first = content.slice(0, content.indexOf("\n") + 1 || undefined);
  if (first.includes(";") && !first.includes(",") && !first.includes("\t")) {
    report.problem(file.name, 1, "The table is separated by semicolons", "Save it as CSV with commas, or with tabs");
    return { head: NO_HEAD, roles: [] };
  }
  const records = first.includes("\t") ? recordsOfTabSeparated(content) : recordsOfCommaSeparated(content);
  if ("message" in records) {
    report.problem(file.name, records.line, records.message, "Save the table as CSV from a spreadsheet");
    return { head: NO_HEAD, roles: [] };
  }
  const [header, ...rows] = records;
  const columns = new Map<Column, number>();
  const skills: SkillColumn[] = [];
  for (const [index, cell] of (header?.cells ?? []).entries()) {
    const name = cell.trim();
    const place = { line: 1, where: `Row 1, column ${letterOf(index)}` };
    const known = COLUMNS.find((column) => column === name.toLowerCase());
    const [, category, skill] = SKILL_COLUMN.exec(name) ?? [];
    if (known !== undefined && !columns.has(known)) columns.set(known, index);
    else if (known !== undefined) texts.problem(place, `the column \`${known}\` occurs twice`, "Remove one of the two");
    else if (skill !== undefined) skills.push({ index, skill, category: category ?? null });
    else if (name !== "" || rows.some(({ cells }) => (cells[index] ?? "").trim() !== ""))
      texts.problem(
        place,
        name === "" ? "the column has no name" : `${JSON.stringify(name)} is not a known column`,
        `Use one of ${COLUMNS.join(", ")}; the column of a skill is named \`skill: \` and its name`,
      );
  }
  if (!columns.has("role"))
    texts.problem({ line: 1, where: "Row 1" }, "no column is named `role`", "Name the column with the titles `role`");
  const roles = rows.map(({ line, cells }, index) => {
    const placeOf = (column: number): LadderPlace => {
      return { line, where: `Row ${index + 2}, column ${letterOf(column)} (${header?.cells[column]?.trim() ?? ""})` };
    };
    return roleOfRow(cells, columns, skills, placeOf, texts);
  });
  return { head: NO_HEAD, roles: roles.filter((role) => role !== null) };
}

/** The scale of the levels. If it is invalid, reports a problem and returns a scale of numbers. */
export function levelsOf(file: TableFile, { levels }: LadderHead, report: ImportReport): LevelWords {
  const words = LevelWords.of(levels);
  if (words !== null) return words;
  report.problem(
    file.name,
    null,
    `The levels are ${JSON.stringify(levels?.join(", "))}`,
    "Give two words or more, the lowest first, or a scale of numbers such as 1-5",
  );
  return LevelWords.of(null)!;
}

function roleOfRow(
  cells: readonly string[],
  columns: ReadonlyMap<Column, number>,
  skills: readonly SkillColumn[],
  placeOf: (column: number) => LadderPlace,
  texts: CellTexts,
): LadderRole | null {
  const at = (column: Column): { readonly text: string; readonly place: LadderPlace } => {
    const index = columns.get(column);
    return { text: (index === undefined ? "" : (cells[index] ?? "")).trim(), place: placeOf(index ?? 0) };
  };
  const items = (column: Column): string[] =>
    at(column)
      .text.split(/[;\n]/)
      .map((item) => item.trim())
      .filter((item) => item !== "");
  const { text: title, place } = at("role");
  if (title === "") {
    if (cells.some((cell) => cell.trim() !== ""))
      texts.problem(place, "the role has no title", "Write its title, or clear the row");
    return null;
  }
  const [rung, years] = [at("rung"), at("years")];
  const needs = [
    ...items("skills").map((item) => texts.listedNeed(item, at("skills").place)),
    ...skills.map(({ index, skill, category }) =>
      texts.need(skill, category, (cells[index] ?? "").trim(), placeOf(index)),
    ),
  ];
  return {
    title,
    aliases: items("aliases"),
    summary: at("summary").text || null,
    track: at("track").text || null,
    rung: rung.text === "" ? null : texts.rung(rung.text, rung.place),
    years: years.text === "" ? null : texts.years(years.text, years.place),
    needs: needs.filter((need) => need !== null),
    steps: items("next").map((item) => texts.step(item, at("next").place)),
    place,
  };
}

/** The letters that a spreadsheet shows for a column. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
