import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { isNativeError } from "node:util/types";
import type { Plugin } from "./DevelopmentNeo4j.js";

const run = promisify(execFile);

/** The server's community edition without HTTP, and the logger that it needs. */
const ARTIFACTS = [
  ["org.neo4j", "neo4j"],
  ["org.neo4j.app", "neo4j-server"],
  ["org.neo4j", "neo4j-slf4j-provider"],
] as const;

/** Where the jars of a server are. */
export interface ServerJars {
  /** Folder of the class path. */
  readonly server: string;
  /** Folder of the plugin, in which the server looks for procedures; null without a plugin. */
  readonly plugin: string | null;
}

/**
 * The jars of a Neo4j version under `cacheDir`, fetched by Maven once (about 120 MB).
 * They are fetched into a draft folder, which is then renamed, so that an incomplete download is never used and two processes may do
 * this at once.
 * @throws Error if Maven is missing or cannot fetch
 */
export async function neo4jJars(
  version: string,
  cacheDir: string,
  say: (line: string) => void,
  plugin?: Plugin,
): Promise<ServerJars> {
  const versionFolder = resolve(cacheDir, version);
  if (plugin === undefined) {
    const server = join(versionFolder, "jars");
    await fetchOnce(server, `Neo4j ${version}`, say, pom(version, []), (folder) => [[folder, []]]);
    return { server, plugin: null };
  }
  const { group, version: pluginVersion } = plugin;
  const folder = join(versionFolder, `with-${group}-${pluginVersion}`);
  const name = `Neo4j ${version} with ${group} ${pluginVersion}`;
  await fetchOnce(folder, name, say, pom(version, artifactsOf(plugin)), (draft) => [
    [join(draft, "server"), []],
    [join(draft, "plugin"), [`-DincludeGroupIds=${group}`]],
  ]);
  return { server: join(folder, "server"), plugin: join(folder, "plugin") };
}

/**
 * Fills a folder with the dependencies of a Maven project, unless the folder exists.
 * @param copies what to copy where in the draft folder: destination and Maven options
 */
async function fetchOnce(
  folder: string,
  name: string,
  say: (line: string) => void,
  project: string,
  copies: (draft: string) => readonly (readonly [destination: string, options: readonly string[]])[],
): Promise<void> {
  if (await exists(folder)) return;
  say(`Fetching ${name} with Maven into ${folder} (once, about 120 MB)…`);
  await mkdir(dirname(folder), { recursive: true });
  const workspace = await mkdtemp(join(dirname(folder), "fetch-"));
  const draft = join(workspace, "jars");
  try {
    await writeFile(join(workspace, "pom.xml"), project);
    for (const [destination, options] of copies(draft)) {
      const goal = ["dependency:copy-dependencies", `-DoutputDirectory=${destination}`, "-DincludeScope=runtime"];
      await run("mvn", ["-q", "-B", ...goal, ...options], { cwd: workspace, timeout: 10 * 60_000 });
    }
    await rename(draft, folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
  } catch (error) {
    throw new Error(`Maven could not fetch ${name}: ${reasonOf(error)}. Install Maven or check its network.`, {
      cause: error,
    });
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

type Artifact = readonly [group: string, artifact: string, version: string];

function artifactsOf({ group, artifacts, version }: Plugin): Artifact[] {
  return artifacts.map((artifact) => [group, artifact, version]);
}

/** The server comes first, so that its versions take precedence over those of a plugin. */
function pom(version: string, plugin: readonly Artifact[]): string {
  const server = ARTIFACTS.map(([group, artifact]): Artifact => [group, artifact, version]);
  const dependencies = [...server, ...plugin].map(
    ([group, artifact, of]) =>
      `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${of}</version></dependency>`,
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
  if (isNativeError(error) && "code" in error && error.code === "ENOENT") return "there is no `mvn` on the PATH";
  const output = isNativeError(error) && "stdout" in error ? String(error.stdout).trim() : "";
  return output.split("\n")[0] || String(error);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
