import type { CitationRecord } from "../../recordShapes.js";
import { distinctAliases, type DropReason } from "../distinctAliases.js";
import type { ImportReport } from "../ImportReport.js";
import type { TableRow } from "../tableRows.js";

const DROPPED: Readonly<Record<DropReason, string>> = {
  REPEATS: "labels that read like another label of the same concept",
  UNTYPABLE: "labels without a letter or digit",
  TOO_LONG: "labels too long for a reference",
};

/** An occupation or a skill as its table gives it. */
export interface Concept {
  readonly id: string;
  readonly uri: string;
  readonly label: string;
  readonly aliases: string[];
  readonly row: TableRow<string>;
}

export type Concepts = ReadonlyMap<string, Concept>;

/** Columns that every concept needs. */
export const LABEL_COLUMNS = ["conceptUri", "preferredLabel", "altLabels", "hiddenLabels"] as const;

/**
 * Occupations or skills by URI, from the rows of their table. Alternative labels become aliases, each line of the cell one; hidden
 * labels are not meant to be shown and are left out. A concept without URI or label is a problem of the report.
 */
export function readConcepts<Column extends string>(
  rows: Iterable<TableRow<Column | (typeof LABEL_COLUMNS)[number]>>,
  file: string,
  idOf: (uri: string | null) => string | null,
  report: ImportReport,
): Concepts {
  const concepts = new Map<string, Concept>();
  for (const row of rows) {
    const { line } = row;
    const cells = row.cells as Readonly<Record<string, string | null>>;
    const { conceptUri: uri = null, preferredLabel: label = null, altLabels = null, hiddenLabels = null } = cells;
    const id = idOf(uri);
    if (uri === null || id === null || label === null || concepts.has(uri)) {
      const what =
        label === null ? "has no label" : id === null ? `has the URI ${uri ?? "(none)"}` : `repeats ${uri ?? ""}`;
      report.problem(file, line, `The concept ${what}`, "Take the file as its publisher released it");
      continue;
    }
    for (const hidden of linesOf(hiddenLabels))
      report.remark("hidden labels, which are not to be shown", file, line, hidden);
    const labels = linesOf(altLabels).map((text) => ({ text, line }));
    const aliases = distinctAliases(label, labels, (dropped, reason) =>
      report.remark(DROPPED[reason], file, line, `${label}: ${dropped.text}`),
    );
    concepts.set(uri, { id, uri, label, aliases, row });
  }
  return concepts;
}

/** Parts of a cell that holds one label a line. */
function linesOf(cell: string | null): string[] {
  return (cell ?? "")
    .split("\n")
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

/** A citation of a table of the release. */
export function citing(sourceId: string, table: string): CitationRecord[] {
  return [{ source: sourceId, heading: table }];
}

/** The aliases of a record, or nothing where there are none. */
export function aliasesOf({ aliases }: Concept): { readonly aliases?: string[] } {
  return aliases.length === 0 ? {} : { aliases };
}

/** A key with its value, or nothing where there is none. */
export function present<Key extends string>(
  key: Key,
  value: string | null | undefined,
): { readonly [K in Key]?: string } {
  return (value === null || value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: string };
}
