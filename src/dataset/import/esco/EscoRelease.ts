import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isNativeError } from "node:util/types";
import { unzipSync } from "fflate";
import { readRegularFile, whyUnreadable } from "../../readRegularFile.js";
import type { RecordDraft } from "../../recordShapes.js";
import type { ImportProgress } from "../DatasetFolder.js";
import type { ImportReport } from "../ImportReport.js";
import { commaSeparatedRows, type TableFile, type TableRow } from "../tableRows.js";
import { tableText } from "../tableText.js";

/** The name of a zip of the release. The language is empty for a zip that contains only relations. */
const ZIP_NAME = /^ESCO dataset - v(\d+(?:\.\d+)*) - classification - (\w*) - csv\.zip$/;

/** The language of titles and names. Other languages give labels. */
export const LANGUAGE = "en";

/** The tables that are read from zips of other languages. */
const LABELLED = ["occupations", "skills"] as const;

/** The key of a table in a language. For English, and for tables without a language, it is the name of the table. */
export function tableIn(table: string, language: string): string {
  return language === LANGUAGE || language === "" ? table : `${table}_${language}`;
}

/** The supported releases, as shown to people. The first is the one that is tested. */
const SUPPORTED = ["v1.1", "v1.2"] as const;

/** The tables of a release of ESCO, read from the published zips. */
export class EscoRelease {
  #done = 0;

  private constructor(
    /** Such as "1.1.1". */
    readonly version: string,
    private readonly tables: ReadonlyMap<string, TableFile>,
    private readonly report: ImportReport,
    private readonly total: number,
    private readonly onProgress: (progress: ImportProgress) => void,
  ) {}

  /**
   * Unpacks the wanted tables from the zips of a folder. Null, and a problem of the report, if the folder contains no release or several.
   * @param languages the languages to read, including English
   * @param wanted names of tables without language and extension. In the files, all tables have a language suffix from v1.2 on; before,
   *   only the tables of concepts had one
   */
  static async open(
    folder: string,
    wanted: readonly string[],
    languages: readonly string[],
    report: ImportReport,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<EscoRelease | null> {
    const names = await readdir(folder).catch((error: unknown) => {
      report.problem(folder, null, whyUnreadable("folder", error), "Name the folder of the zips");
      return null;
    });
    if (names === null) return null;
    const skipped: string[] = [];
    const zips = names.sort().flatMap((name) => {
      const [, version, language] = ZIP_NAME.exec(name) ?? [];
      if (version !== undefined && language !== undefined && ["", ...languages].includes(language))
        return [{ name, version, language }];
      const why =
        version === undefined
          ? "its name is not that of a zip of ESCO's CSV files"
          : `its language is ${language ?? ""}, and only ${languages.join(", ")} is imported`;
      report.file(name, `skipped: ${why}`);
      if (name.endsWith(".zip")) skipped.push(`${name}: ${why}`);
      return [];
    });
    const versions = new Set(zips.map(({ version }) => version));
    const [version] = versions;
    if (version === undefined || versions.size > 1) {
      const none = `no zip of a release in English${skipped.length === 0 ? "" : ` (skipped ${skipped.join("; ")})`}`;
      const found = version === undefined ? none : `several releases: ${[...versions].join(", ")}`;
      const fix = `Keep the zips of one release there, named as published: ESCO dataset - v1.1.1 - classification - ${LANGUAGE} - csv.zip`;
      report.problem(folder, null, `The folder contains ${found}`, fix);
      return null;
    }
    const supported = SUPPORTED.some((each) => `v${version}.`.startsWith(`${each}.`));
    report.release(`ESCO v${version}`, supported ? `ESCO v${version}` : `ESCO ${SUPPORTED.join(" and ")}`);
    for (const absent of languages.filter((each) => !zips.some(({ language }) => language === each))) {
      const fix = `Add ESCO dataset - v${version} - classification - ${absent} - csv.zip, or leave the language out of \`--languages\``;
      if (absent !== LANGUAGE)
        report.problem(folder, null, `The folder contains no zip in the language ${absent}`, fix);
    }
    const tables = new Map<string, TableFile>();
    for (const [index, { name, language }] of zips.entries()) {
      onProgress({ step: `Unpacking ${name}`, done: index, total: zips.length });
      try {
        const packed = await readRegularFile(join(folder, name));
        for (const [table, file] of unpacked(packed, name, language, wanted, report)) tables.set(table, file);
      } catch (error) {
        report.problem(name, null, whyUnreadable("file", error), "Make the file readable");
      }
    }
    return new EscoRelease(version, tables, report, wanted.length, onProgress);
  }

  /** Whether the zips contain a table. */
  has(table: string): boolean {
    return this.tables.has(table);
  }

  /** The rows of a table; none, and a problem of the report, if the zips lack it. For `ragged`, see `commaSeparatedRows`. */
  rows<Column extends string>(
    table: string,
    columns: readonly Column[],
    { ragged = false }: { readonly ragged?: boolean } = {},
  ): Iterable<TableRow<Column>> {
    this.onProgress({ step: `Reading ${table}`, done: this.#done++, total: this.total });
    const file = this.tables.get(table);
    if (file !== undefined) return commaSeparatedRows(file, columns, this.report, { ragged });
    this.report.problem(
      table,
      null,
      "No zip contains the table",
      "Add the other zip of the release: there is one of concepts and one of relations",
    );
    return [];
  }

  /** The name of a table in reports. */
  fileOf(table: string): string {
    return this.tables.get(table)?.name ?? table;
  }
}

function unpacked(
  packed: Uint8Array,
  zip: string,
  language: string,
  wanted: readonly string[],
  report: ImportReport,
): Map<string, TableFile> {
  const tableOf = (name: string): string =>
    name.replace(/^.*\//, "").replace(new RegExp(`(?:_${language || LANGUAGE})?\\.csv$`), "");
  const taken: readonly string[] = tableIn("", language) === "" ? wanted : LABELLED;
  const tables = new Map<string, TableFile>();
  try {
    const files = unzipSync(packed, {
      filter: ({ name }) => {
        const use = name.endsWith(".csv") && taken.includes(tableOf(name));
        if (!name.endsWith("/")) report.file(`${zip}: ${name.replace(/^.*\//, "")}`, use ? "read" : "not used");
        return use;
      },
    });
    report.file(zip, "read");
    for (const [path, bytes] of Object.entries(files)) {
      const name = path.replace(/^.*\//, "");
      const content = tableText(bytes);
      if (content === null) report.problem(name, null, "The file is neither UTF-8 nor UTF-16", "Download it again");
      else tables.set(tableIn(tableOf(path), language), { name, content });
    }
  } catch (error) {
    const reason = isNativeError(error) ? error.message : String(error);
    report.problem(zip, null, `The zip cannot be read (${reason})`, "Download it again");
  }
  return tables;
}

/** The line to show with the data. It also says that they are adapted, as the terms of reuse require. */
export function escoAttribution(version: string): string {
  return (
    "This service uses the ESCO classification of the European Commission. " +
    `Its content (ESCO v${version}) is shown adapted: restructured as roles, skills and relations, with labels left out.`
  );
}

/** The source that every record of the release cites. */
export function escoSource(
  version: string,
  languages: readonly string[] = [LANGUAGE],
): RecordDraft<"sources"> & { readonly id: string } {
  const others = languages.filter((language) => language !== LANGUAGE);
  const labelled = others.length === 0 ? "" : ` with labels in ${others.join(", ")}`;
  return {
    id: `source:esco-${version}`,
    title: `ESCO v${version}: European Skills, Competences, Qualifications and Occupations`,
    publisher: "European Commission",
    url: "https://esco.ec.europa.eu/",
    note: `Release v${version}, English${labelled}. Licence: reuse permitted with acknowledgement of the source. ${escoAttribution(version)}`,
  };
}
