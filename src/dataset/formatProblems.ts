import type { Problem } from "./Problem.js";

/**
 * Formats problems or notices for a terminal: one line each, as `file:line: id: message. fix.`, and a last line with their number.
 * @param thing the singular noun for one of them
 */
export function formatProblems(problems: readonly Problem[], thing = "problem"): string {
  const lines = problems.map(({ file, line, id, message, fix }) => {
    const where = [line === null ? file : `${file}:${line}`, ...(id === null ? [] : [id])].join(": ");
    return `${where}: ${message}. ${fix}.`;
  });
  const files = new Set(problems.map(({ file }) => file)).size;
  return [...lines, `${counted(problems.length, thing)} in ${counted(files, "file")}.`].join("\n");
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
