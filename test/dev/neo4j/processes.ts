import { readdir } from "node:fs/promises";

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The folders with temporary data of a Neo4j in a folder. */
export async function throwawayFolders(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith("career-graph-neo4j-")).sort();
}
