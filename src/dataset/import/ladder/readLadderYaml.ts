import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { ImportReport } from "../ImportReport.js";
import type { TableFile } from "../tableRows.js";
import { CellTexts } from "./cellTexts.js";
import {
  type LadderHead,
  type LadderNeed,
  type LadderPlace,
  type LadderRole,
  type LadderTable,
  NO_HEAD,
} from "./LadderTable.js";
import { levelsOf } from "./readLadderCsv.js";

const text = z.string().trim().min(1);
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const texts = z.union([text.transform((only) => [only]), z.array(text)]);

/** The shape of a ladder in YAML. Its cells are parsed like those of a table. */
const LADDER = z.strictObject({
  name: text.optional(),
  version: z.union([text, z.number()]).transform(String).optional(),
  source: z.strictObject({ title: text, publisher: text.optional(), url: text.optional() }).optional(),
  levels: texts.optional(),
  rungs: z.enum(["fill", "replace"]).optional(),
  steps: z.enum(["make", "none"]).optional(),
  /** Skills by their category. */
  categories: z.record(text, z.array(text)).default({}),
  roles: z.array(
    z.strictObject({
      role: text,
      aliases: texts.default([]),
      track: text.optional(),
      rung: z.union([text, z.number()]).optional(),
      summary: text.optional(),
      years: z.union([text, z.number()]).optional(),
      skills: z.union([z.record(text, cell), z.array(text)]).default([]),
      next: texts.default([]),
    }),
  ),
});

/** Reads a ladder from YAML. What cannot be read becomes a problem of the report, with its line and its path of keys. */
export function readLadderYaml(file: TableFile, given: LadderHead, report: ImportReport): LadderTable {
  const lines = new LineCounter();
  const document = parseDocument(file.content, { lineCounter: lines });
  for (const error of document.errors)
    report.problem(file.name, lines.linePos(error.pos[0]).line, error.message.split("\n")[0]!, "Correct the YAML");
  if (document.errors.length > 0) return { head: NO_HEAD, roles: [] };
  const placeOf = (path: readonly PropertyKey[]): LadderPlace => {
    let line = 1;
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (!isNode(node) || node.range === undefined || node.range === null) continue;
      line = lines.linePos(node.range[0]).line;
      break;
    }
    return { line, where: path.length === 0 ? "The file" : `\`${pathText(path)}\`` };
  };
  const read = LADDER.safeParse(document.toJS() ?? {});
  if (!read.success) {
    for (const { path, message } of read.error.issues) {
      const { line, where } = placeOf(path);
      report.problem(file.name, line, `${where}: ${message}`, "Write it as docs/ladders.md shows");
    }
    return { head: NO_HEAD, roles: [] };
  }
  const { name = null, version = null, source = null, levels = null, rungs = null, steps = null } = read.data;
  const head: LadderHead = { name, version, source, levels, rungs, steps };
  const cells = new CellTexts(file.name, levelsOf(file, { ...head, levels: given.levels ?? levels }, report), report);
  const categoryOf = new Map(
    Object.entries(read.data.categories).flatMap(([category, skills]) => skills.map((skill) => [skill, category])),
  );
  const roles = read.data.roles.map((role, index): LadderRole => {
    const at = (...path: readonly PropertyKey[]): LadderPlace => placeOf(["roles", index, ...path]);
    const needs: readonly (LadderNeed | null)[] = Array.isArray(role.skills)
      ? role.skills.map((item, position) => cells.listedNeed(item, at("skills", position)))
      : Object.entries(role.skills).map(([skill, level]) =>
          cells.need(skill, null, level === true ? "x" : String(level ?? "").trim(), at("skills", skill)),
        );
    return {
      title: role.role,
      aliases: role.aliases,
      summary: role.summary ?? null,
      track: role.track ?? null,
      rung: role.rung === undefined ? null : cells.rung(String(role.rung), at("rung")),
      years: role.years === undefined ? null : cells.years(String(role.years), at("years")),
      needs: needs.flatMap((need) =>
        need === null ? [] : [{ ...need, category: categoryOf.get(need.skill) ?? need.category }],
      ),
      steps: role.next.map((item, position) => cells.step(item, at("next", position))),
      place: at("role"),
    };
  });
  return { head, roles };
}

/** Formats a path, such as `roles[2].skills.Python`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
    .join("");
}
