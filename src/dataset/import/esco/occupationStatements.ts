import type { RecordDraft } from "../../recordShapes.js";
import { citing, type Concepts } from "./EscoConcepts.js";

/** The columns of the table of occupations that become statements. */
export const STATEMENT_COLUMNS = ["code", "regulatedProfessionNote"] as const;

const REGULATED = "http://data.europa.eu/esco/regulated-professions/regulated";

/**
 * Statements about single occupations, in table order: the code and the URI, by which other systems refer to the occupation, and whether it
 * is a regulated profession.
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
