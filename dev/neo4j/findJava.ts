import { execFile } from "node:child_process";
import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Neo4jLine } from "./neo4jLines.js";

const run = promisify(execFile);

export interface Java {
  readonly path: string;
  /** Feature release, such as 17 or 25. */
  readonly release: number;
}

/** Where distributions put their Javas; more than one release can stand there. */
const JVM_FOLDERS = ["/usr/lib/jvm", "/Library/Java/JavaVirtualMachines", "/opt/java"];

/**
 * The machine's Javas: that of JAVA_HOME, that on the PATH, then those in the usual folders, each once.
 * A Java that does not run is left out.
 */
export async function findJavas(environment: NodeJS.ProcessEnv = process.env): Promise<readonly Java[]> {
  const candidates: string[] = [];
  if (environment["JAVA_HOME"]) candidates.push(join(environment["JAVA_HOME"], "bin", "java"));
  for (const folder of (environment["PATH"] ?? "").split(":")) if (folder !== "") candidates.push(join(folder, "java"));
  for (const folder of JVM_FOLDERS) {
    for (const name of (await readdir(folder).catch(() => [])).sort()) {
      candidates.push(join(folder, name, "bin", "java"), join(folder, name, "Contents", "Home", "bin", "java"));
    }
  }
  const paths = new Set<string>();
  for (const candidate of candidates) {
    const path = await realpath(candidate).catch(() => null);
    if (path !== null) paths.add(path);
  }
  const javas = await Promise.all([...paths].map(async (path) => ({ path, release: await releaseOf(path) })));
  return javas.filter((java): java is Java => java.release !== null);
}

/** The first of the machine's Javas that a line of Neo4j runs on; null where there is none. */
export async function javaForLine(line: Neo4jLine): Promise<Java | null> {
  const javas = await findJavas();
  return javas.find((java) => java.release >= line.java.from && java.release <= line.java.to) ?? null;
}

/** Feature release that a Java reports; null where it does not run or says nothing known. */
async function releaseOf(path: string): Promise<number | null> {
  try {
    // `java -version` writes to stderr: openjdk version "17.0.15" 2025-04-15; before Java 9: "1.8.0_392".
    const { stderr } = await run(path, ["-version"], { timeout: 10_000 });
    const found = /version "(?:1\.)?(\d+)/.exec(stderr);
    return found === null ? null : Number(found[1]);
  } catch {
    return null;
  }
}
