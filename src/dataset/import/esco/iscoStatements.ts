import { append } from "../../../model/append.js";
import type { RecordDraft } from "../../recordShapes.js";
import type { ImportReport } from "../ImportReport.js";
import { citing, type Concept } from "./EscoConcepts.js";
import type { EscoRelease } from "./EscoRelease.js";

export const ISCO_GROUPS = "ISCOGroups";

/**
 * One statement for each ISCO-08 group that directly contains occupations. It names the group and the groups above it, and is about all its
 * occupations. The hierarchy follows from the codes: removing the last digit gives the group above.
 */
export function readIscoStatements(
  release: EscoRelease,
  occupations: ReadonlyMap<string, Concept>,
  sourceId: string,
  report: ImportReport,
): RecordDraft<"statements">[] {
  const labels = new Map<string, string>();
  for (const { cells } of release.rows(ISCO_GROUPS, ["code", "preferredLabel"])) {
    if (cells.code !== null && cells.preferredLabel !== null) labels.set(cells.code, cells.preferredLabel);
  }
  const members = new Map<string, string[]>();
  for (const { id, label, row } of occupations.values()) {
    const group = (row.cells as Readonly<Record<string, string | null>>)["iscoGroup"] ?? null;
    if (group === null || !labels.has(group)) {
      report.remark(
        "occupations without a known ISCO group (kept)",
        release.fileOf("occupations"),
        row.line,
        `${label}: ${group}`,
      );
      continue;
    }
    append(members, group, id);
  }
  return [...members]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([code, about]) => {
      const above = Array.from({ length: code.length - 1 }, (_, index) => code.slice(0, code.length - 1 - index));
      const named = [code, ...above].map((each) => `${each} ${labels.get(each) ?? "(unnamed)"}`);
      return {
        id: `statement:isco-${code}`,
        topic: "CLASSIFICATION" as const,
        text: `ISCO-08 group ${named.join(", in ")}.`,
        about,
        cites: citing(sourceId, ISCO_GROUPS),
      };
    });
}
