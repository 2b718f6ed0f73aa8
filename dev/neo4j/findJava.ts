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

/** Where Linux distributions install Java; there may be several releases. */
const JVM_FOLDERS = ["/usr/lib/jvm", "/Library/Java/JavaVirtualMachines", "/opt/java"];

/**
 * The Java installations of the machine: from JAVA_HOME, the PATH, then the usual folders, each once. One that does not run is
 * omitted.
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

/** The first Java of the machine that a line of Neo4j supports; null if there is none. */
export async function javaForLine(line: Neo4jLine): Promise<Java | null> {
  const javas = await findJavas();
  return javas.find((java) => java.release >= line.java.from && java.release <= line.java.to) ?? null;
}

/** Feature release that a Java reports; null if it does not run or its output is not understood. */
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
