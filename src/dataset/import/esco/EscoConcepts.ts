import { normalizeName } from "../../../names/normalizeName.js";
import { LONGEST_NAME } from "../../../names/NameTable.js";
import type { CitationRecord } from "../../recordShapes.js";
import { distinctAliases, type DropReason } from "../distinctAliases.js";
import type { ImportReport } from "../ImportReport.js";
import { type EscoRelease, tableIn } from "./EscoRelease.js";
import type { TableRow } from "../tableRows.js";

const DROPPED: Readonly<Record<DropReason, string>> = {
  REPEATS: "labels that read like another label of the same concept",
  UNTYPABLE: "labels without a letter or digit",
  TOO_LONG: "labels too long for a reference",
};

/** An occupation or a skill with the content of its row. */
export interface Concept {
  readonly id: string;
  readonly uri: string;
  readonly label: string;
  readonly aliases: string[];
  /** Preferred labels in other languages. */
  readonly labels: { readonly text: string; readonly language: string }[];
  readonly row: TableRow<string>;
}

export type Concepts = ReadonlyMap<string, Concept>;

/** Columns that every concept needs. */
export const LABEL_COLUMNS = ["conceptUri", "preferredLabel", "altLabels", "hiddenLabels"] as const;

/**
 * Reads occupations or skills by URI from the rows of their table. Each line of the alternative labels becomes an alias. Hidden labels are
 * left out, because they are not meant to be shown. A concept without URI or label is a problem of the report.
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
      report.problem(file, line, `The concept ${what}`, "Use the file as published");
      continue;
    }
    for (const hidden of linesOf(hiddenLabels))
      report.remark("hidden labels, which are not to be shown", file, line, hidden);
    const labels = linesOf(altLabels).map((text) => ({ text, line }));
    const aliases = distinctAliases(label, labels, (dropped, reason) =>
      report.remark(DROPPED[reason], file, line, `${label}: ${dropped.text}`),
    );
    concepts.set(uri, { id, uri, label, aliases, labels: [], row });
  }
  return concepts;
}

/** Adds the preferred labels in other languages to concepts, from the table of each language. */
export function readLabels(
  release: EscoRelease,
  table: string,
  languages: readonly string[],
  concepts: Concepts,
  report: ImportReport,
): void {
  for (const language of languages) {
    const named = tableIn(table, language);
    if (named === table) continue;
    const file = release.fileOf(named);
    for (const { line, cells } of release.rows(named, ["conceptUri", "preferredLabel"])) {
      const { conceptUri: uri, preferredLabel: text } = cells;
      const concept = uri === null ? undefined : concepts.get(uri);
      if (concept === undefined)
        report.remark("labels of a concept that the English table lacks", file, line, uri ?? "");
      else if (text === null) report.remark("concepts without a label in the language", file, line, uri ?? "");
      else if (concept.labels.some((label) => label.language === language))
        report.remark("labels that repeat a concept", file, line, text);
      else if (normalizeName(text) === "" || text.length > LONGEST_NAME)
        report.remark("labels that no reference could name", file, line, text);
      else concept.labels.push({ text, language });
    }
  }
}

/** The labels of a cell with one label per line. */
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

/** The aliases and labels of a concept. Empty lists are omitted. */
export function namesOf({ aliases, labels }: Concept): Partial<Pick<Concept, "aliases" | "labels">> {
  return { ...(aliases.length === 0 ? {} : { aliases }), ...(labels.length === 0 ? {} : { labels }) };
}

/** An object with a key and its value; empty if there is no value. */
export function present<Key extends string>(
  key: Key,
  value: string | null | undefined,
): { readonly [K in Key]?: string } {
  return (value === null || value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: string };
}
