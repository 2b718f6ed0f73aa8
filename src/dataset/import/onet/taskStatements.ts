import type { RecordDraft } from "../../recordShapes.js";
import type { ImportReport } from "../ImportReport.js";
import type { TableReader } from "../TableReader.js";
import { roleIdOf, type OnetRoles } from "./OnetRoles.js";

/** A table that some copies of a release omit. */
export const TASK_STATEMENTS = "Task Statements.txt";

/** The tasks of occupations as statements of responsibility, in order of the task id; empty if the release lacks the table. */
export async function readTaskStatements(
  tables: TableReader,
  roles: OnetRoles,
  sourceId: string,
  report: ImportReport,
): Promise<RecordDraft<"statements">[]> {
  if (!tables.has(TASK_STATEMENTS)) return [];
  const cites = [{ source: sourceId, heading: "Task Statements" }];
  const statements = new Map<number, RecordDraft<"statements">>();
  for (const { line, cells } of await tables.tab(TASK_STATEMENTS, ["O*NET-SOC Code", "Task ID", "Task"])) {
    const { "O*NET-SOC Code": code, "Task ID": task, Task: text } = cells;
    if (!roles.knows(code, TASK_STATEMENTS, line)) continue;
    const id = Number(task);
    if (task === null || !/^\d+$/.test(task) || text === null)
      report.remark("tasks without an id or a text", TASK_STATEMENTS, line, `${code} ${task ?? ""}`);
    else if (statements.has(id)) report.remark("tasks that repeat an id", TASK_STATEMENTS, line, `${code} ${task}`);
    else {
      statements.set(id, {
        ...{ id: `statement:onet-task-${id}`, topic: "RESPONSIBILITY", text, about: [roleIdOf(code)] },
        cites,
      });
    }
  }
  return [...statements].sort(([left], [right]) => left - right).map(([, statement]) => statement);
}
