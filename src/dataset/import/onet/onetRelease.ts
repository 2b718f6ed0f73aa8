import type { RecordDraft } from "../../recordShapes.js";
import type { ImportReport } from "../ImportReport.js";

/** A release of the O*NET database, as named in its Read Me. */
export interface OnetRelease {
  /** Such as "29.3". */
  readonly version: string;
  /** Such as "May 2025". */
  readonly date: string;
  /** Whether the tables are from the Excel edition rather than the text edition, according to the Read Me. */
  readonly fromExcel: boolean;
}

export const README = "Read Me.txt";

/** The release that the importer supports and is tested with, as shown to people. */
export const SUPPORTED_RELEASE = "O*NET 29.3";

/** The release named in the publisher's note; null, and a problem of the report, if the note has another form. */
export function releaseOf(note: string, report: ImportReport): OnetRelease | null {
  const match = /^O\*NET (\d+\.\d+) Database\s+(\w+ \d{4}) Release/.exec(note);
  if (match?.[1] !== undefined && match[2] !== undefined) {
    return { version: match[1], date: match[2], fromExcel: /\/dictionary\/[\d.]+\/excel\b/.test(note) };
  }
  report.problem(README, 1, "The note names no release", "Keep the publisher's Read Me.txt beside the tables");
  return null;
}

/** The line that the licence of O*NET requires with the data. It says what was changed. */
export function onetAttribution({ version, fromExcel }: OnetRelease): string {
  return (
    `This product includes information from the O*NET ${version} Database by the U.S. Department of Labor, Employment and ` +
    "Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. " +
    (fromExcel ? "The files were converted from Excel to tab-delimited text. " : "") +
    "Career Graph has restructured the information as roles, skills and relations, and left out what its import report lists. " +
    "USDOL/ETA has not approved, endorsed, or tested these modifications."
  );
}

/** The source that every record of the release cites. */
export function onetSource(release: OnetRelease): RecordDraft<"sources"> & { readonly id: string } {
  return {
    id: `source:onet-${release.version}`,
    title: `O*NET ${release.version} Database`,
    publisher: "U.S. Department of Labor, Employment and Training Administration",
    url: "https://www.onetcenter.org/database.html",
    note: `Release of ${release.date}. Licence: Creative Commons Attribution 4.0 International (CC BY 4.0). ${onetAttribution(release)}`,
  };
}

/** The source for the years of job zones. */
export const SVP_SOURCE = {
  id: "source:dot-appendix-c",
  title:
    "Dictionary of Occupational Titles, Fourth Edition, Revised 1991, Appendix C: Components of the Definition Trailer",
  publisher: "U.S. Department of Labor",
  note: "Defines the time of each level of specific vocational preparation. Public domain.",
} as const;
