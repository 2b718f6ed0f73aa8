import { idsOfRecords } from "../../idsOfRecords.js";
import { readFolders } from "../../readFolders.js";
import type { RecordDraft } from "../../recordShapes.js";
import type { ImportReport } from "../ImportReport.js";

/** The datasets that a folder of matches will be served with. */
export interface Neighbours {
  /** Whether a role may be served. Always true if no folder was named. */
  knows(id: string): boolean;
  /** The EXACT matches in the folders. */
  readonly exact: readonly Pick<RecordDraft<"matches">, "from" | "to">[];
  /** The dataset of a role: its folder, or the beginning of its id if it is in no folder. */
  datasetOf(id: string): string;
}

/** Reads folders. Their problems become problems of the report. O(records). */
export async function readNeighbours(folders: readonly string[], report: ImportReport): Promise<Neighbours> {
  const { raw, problems } = await readFolders(folders);
  for (const { file, line, message, fix } of problems) report.problem(file, line, message, fix);
  const ids = idsOfRecords(raw);
  const folderOf = new Map(raw.records.roles.map(({ value, folder }) => [value.id, folder]));
  const exact = raw.records.matches.map(({ value }) => value);
  return {
    knows: (id) => folders.length === 0 || ids.has(id),
    exact: exact.filter(({ from, to, kind }) => kind === "EXACT" && ids.has(from) && ids.has(to)),
    datasetOf: (id) => folderOf.get(id) ?? id.replace(/-.*/, ""),
  };
}
