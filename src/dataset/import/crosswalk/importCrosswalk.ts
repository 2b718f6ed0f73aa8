import { basename } from "node:path";
import { readRegularFile, whyUnreadable } from "../../readRegularFile.js";
import type { RecordDraft } from "../../recordShapes.js";
import type { DatasetFolder } from "../DatasetFolder.js";
import { roleIdOf as escoRoleIdOf } from "../esco/escoIds.js";
import { ImportReport } from "../ImportReport.js";
import { roleIdOf as onetRoleIdOf } from "../onet/OnetRoles.js";
import { commaSeparatedRows } from "../tableRows.js";
import { tableText } from "../tableText.js";
import { soleExact } from "./soleExact.js";
import { type Neighbours, readNeighbours } from "./readNeighbours.js";

/** The publisher's types of match: how the ESCO occupation relates to the O*NET occupation. */
const KINDS = {
  exactMatch: "EXACT",
  closeMatch: "CLOSE",
  broadMatch: "BROADER",
  narrowMatch: "NARROWER",
} as const;

const ISCO_GROUP = /^http:\/\/data\.europa\.eu\/esco\/isco\//;
const SOC_CODE = /^\d\d-\d{4}\.\d\d$/;

const SOURCE = {
  id: "source:onet-esco-crosswalk",
  title: "The crosswalk between ESCO and O*NET",
  publisher: "European Commission",
  url: "https://esco.ec.europa.eu/en/use-esco/other-crosswalks",
  note: "Made by the European Commission with the U.S. Department of Labor, by language models and human validation. Licence: reuse permitted with acknowledgement of the source.",
} as const;

const ATTRIBUTION =
  "This service uses the crosswalk between ESCO and O*NET of the European Commission. " +
  "This is an adaptation: only matches between occupations are shown, and some exact matches are shown as close.";

const SHARED_NOTE =
  "The crosswalk calls the two an exact match, and one of them an exact match of another occupation too. " +
  "Both cannot be the same, so the match is taken as close.";

type Match = RecordDraft<"matches">;

/**
 * Imports the crosswalk between O*NET and ESCO as published by the European Commission: a CSV file with comment lines above its header.
 * Each row with two occupations becomes a match. Leaves out rows that lead to an ISCO group and rows with codes that are not O*NET-SOC
 * codes.
 *
 * An EXACT class may contain one occupation of each classification. If exact matches share an occupation, or connect two occupations of one
 * classification through EXACT matches of the other folders, they all become CLOSE and INFERRED, with a note. The result therefore always
 * loads together with those folders.
 * @param beside dataset folders that it will be served with; rows with occupations that they lack are left out
 * @throws ImportError with all problems in the file
 */
export async function importCrosswalk(
  path: string,
  beside: readonly string[] = [],
): Promise<{ readonly dataset: DatasetFolder; readonly report: ImportReport }> {
  const report = new ImportReport("Import of the crosswalk between O*NET and ESCO");
  const neighbours = await readNeighbours(beside, report);
  const read = await readMatches(path, neighbours, report);
  report.assertSound();
  const sole = soleExact(read.values(), neighbours);
  const matches = [...read].map(([{ line }, match]): Match => {
    if (match.kind !== "EXACT" || sole(match)) return match;
    report.remark("exact matches that share an occupation (written as CLOSE)", basename(path), line, pairOf(match));
    return { ...match, kind: "CLOSE", basis: "INFERRED", note: SHARED_NOTE };
  });
  matches.sort((left, right) => (pairOf(left) < pairOf(right) ? -1 : 1));
  report.wrote("matches", matches.length);
  for (const kind of Object.values(KINDS))
    report.wrote(`matches of kind ${kind}`, matches.filter((match) => match.kind === kind).length);
  for (const text of [
    "exactMatch, closeMatch, broadMatch and narrowMatch are EXACT, CLOSE, BROADER and NARROWER: what the ESCO occupation is to that of O*NET.",
    "Exact matches that share an occupation are CLOSE, because two occupations of one classification cannot both be the same as a third.",
    beside.length === 0
      ? "No folders were named with --beside. Codes that the served O*NET lacks are reported when the folders are read together."
      : `Rows of occupations that ${beside.join(", ")} lack are left out.`,
  ]) {
    report.explain(text);
  }
  return {
    dataset: {
      id: "onet-esco-crosswalk",
      name: "Crosswalk between O*NET and ESCO",
      version: "as published",
      attributions: [ATTRIBUTION],
      sharedAliases: false,
      records: { matches, sources: [SOURCE] },
    },
    report,
  };
}

/** The matches, by row. */
async function readMatches(
  path: string,
  neighbours: Neighbours,
  report: ImportReport,
): Promise<Map<{ readonly line: number }, Match>> {
  const matches = new Map<{ readonly line: number }, Match>();
  const name = basename(path);
  let content: string | null;
  try {
    content = tableText(await readRegularFile(path));
  } catch (error) {
    report.problem(path, null, whyUnreadable("file", error), "Name the CSV file of the crosswalk");
    return matches;
  }
  if (content === null) {
    report.problem(path, null, "The file is neither UTF-8 nor UTF-16", "Save it in UTF-8");
    return matches;
  }
  report.file(name, "read");
  const pairs = new Set<string>();
  const columns = ["O*NET Id", "ESCO or ISCO URI", "Type of Match"] as const;
  for (const row of commaSeparatedRows({ name, content }, columns, report, { ragged: true, preamble: true })) {
    const { "O*NET Id": code, "ESCO or ISCO URI": uri, "Type of Match": type } = row.cells;
    const remark = (topic: string): void => report.remark(topic, name, row.line, `${code} ${type} ${uri}`);
    const to = escoRoleIdOf(uri);
    const kind = type !== null && Object.hasOwn(KINDS, type) ? KINDS[type as keyof typeof KINDS] : null;
    if (uri !== null && ISCO_GROUP.test(uri)) remark("rows that lead to an ISCO group, which is not an occupation");
    else if (code === null || !SOC_CODE.test(code)) remark("rows without a code of O*NET's form");
    else if (to === null) remark("rows without the URI of an ESCO occupation");
    else if (kind === null) remark("rows of an unknown type of match");
    else if (!neighbours.knows(onetRoleIdOf(code)))
      remark("rows of an O*NET occupation that is not beside the crosswalk, such as one of an older edition");
    else if (!neighbours.knows(to)) remark("rows of an ESCO occupation that is not beside the crosswalk");
    else {
      const from = onetRoleIdOf(code);
      if (pairs.has(`${from} ${to}`)) {
        remark("rows that repeat a pair");
        continue;
      }
      pairs.add(`${from} ${to}`);
      matches.set(row, { from, to, kind, basis: "STATED", cites: [{ source: SOURCE.id }] });
    }
  }
  return matches;
}

function pairOf({ from, to }: Match): string {
  return `${from} ${to}`;
}
