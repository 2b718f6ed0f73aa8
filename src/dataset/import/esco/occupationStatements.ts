import type { RecordDraft } from "../../recordShapes.js";
import { citing, type Concepts } from "./EscoConcepts.js";

/** Columns of the occupations that become statements. */
export const STATEMENT_COLUMNS = ["code", "regulatedProfessionNote"] as const;

const REGULATED = "http://data.europa.eu/esco/regulated-professions/regulated";

/**
 * What ESCO says of single occupations: which code and URI each has, by which other systems name it, and that a profession is
 * regulated. In the order of the table.
 */
export function occupationStatements(
  occupations: Concepts,
  table: string,
  sourceId: string,
): RecordDraft<"statements">[] {
  return [...occupations.values()].flatMap(({ id, uri, row }) => {
    const cells = row.cells as Readonly<Record<string, string | null>>;
    const key = id.slice("role:esco-".length);
    const about = { about: [id], cites: citing(sourceId, table) };
    const code = cells["code"] ?? null;
    return [
      {
        id: `statement:esco-code-${key}`,
        topic: "CLASSIFICATION" as const,
        text: `ESCO occupation ${code === null ? uri : `${code}, ${uri}`}`,
        ...about,
      },
      ...(cells["regulatedProfessionNote"] === REGULATED
        ? [
            {
              id: `statement:esco-regulated-${key}`,
              topic: "REQUIREMENT" as const,
              text: "ESCO lists this as a regulated profession: a country may ask for set qualifications before one works in it.",
              ...about,
            },
          ]
        : []),
    ];
  });
}
