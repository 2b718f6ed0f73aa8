import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The server, its HTTP-less community edition and the logger it expects to find. */
const ARTIFACTS = [
  ["org.neo4j", "neo4j"],
  ["org.neo4j.app", "neo4j-server"],
  ["org.neo4j", "neo4j-slf4j-provider"],
] as const;

/**
 * Folder with the jars of a Neo4j version under `cacheDir`, fetched by Maven once (about 120 MB).
 * They are fetched beside their place and moved there whole, so that a broken download is never used and two starters at a
 * time do no harm.
 * @throws Error where Maven is absent or cannot fetch
 */
export async function neo4jJars(version: string, cacheDir: string, say: (line: string) => void): Promise<string> {
  const folder = join(cacheDir, version, "jars");
  if (await exists(folder)) return folder;
  say(`Fetching Neo4j ${version} with Maven into ${folder} (once, about 120 MB)…`);
  await mkdir(join(cacheDir, version), { recursive: true });
  const workspace = await mkdtemp(join(cacheDir, version, "fetch-"));
  try {
    await writeFile(join(workspace, "pom.xml"), pom(version));
    await run("mvn", ["-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=jars", "-DincludeScope=runtime"], {
      cwd: workspace,
      timeout: 10 * 60_000,
    });
    await rename(join(workspace, "jars"), folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
  } catch (error) {
    throw new Error(`Maven could not fetch Neo4j ${version}: ${reasonOf(error)}. Install Maven or check its network.`, {
      cause: error,
    });
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
  return folder;
}

function pom(version: string): string {
  const dependencies = ARTIFACTS.map(
    ([group, artifact]) =>
      `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>career-graph</groupId><artifactId>development-neo4j</artifactId><version>1</version>
  <dependencies>
${dependencies.join("\n")}
  </dependencies>
</project>
`;
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return "there is no `mvn` on the PATH";
  const output = error instanceof Error && "stdout" in error ? String(error.stdout).trim() : "";
  return output.split("\n")[0] || String(error);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
