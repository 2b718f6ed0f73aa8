import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { isNativeError } from "node:util/types";
import { unzipSync } from "fflate";
import { readRegularFile, whyUnreadable } from "../readRegularFile.js";

/** The files of a release in a folder or in a zip. */
export interface ReleaseFiles {
  /** The path of the folder or zip, as given. */
  readonly path: string;
  /** The names of the files without folders, ascending. */
  readonly names: readonly string[];
  /** Reads a file. Throws an Error, which `whyUnreadable` explains, if it cannot be read. */
  read(name: string): Promise<Uint8Array>;
}

/**
 * Opens a folder or a zip.
 * @throws Error that names the path, if it cannot be read
 */
export async function releaseFiles(path: string): Promise<ReleaseFiles> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Error(
      `${path}: ${whyUnreadable("folder", error)}. Name the folder that contains the release, or its zip.`,
    );
  });
  return found.isDirectory() ? filesOfFolder(path) : filesOfZip(path);
}

async function filesOfFolder(path: string): Promise<ReleaseFiles> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  return { path, names: names.sort(), read: (name) => readRegularFile(join(path, name)) };
}

/** Names omit the folders inside the zip, because publishers put all tables into one folder. */
async function filesOfZip(path: string): Promise<ReleaseFiles> {
  const unreadable = (reason: string): Error =>
    new Error(`${path}: The zip cannot be read (${reason}). Download it again, or name the folder of the release.`);
  const packed = await readRegularFile(path).catch((error: unknown) => {
    throw unreadable(whyUnreadable("file", error));
  });
  const paths = new Map<string, string>();
  /** Two files of one name, in different folders. */
  let twins = null as readonly [string, string] | null;
  const unzip = (wanted: (inside: string) => boolean): Readonly<Record<string, Uint8Array>> => {
    try {
      return unzipSync(packed, { filter: ({ name }) => wanted(name) });
    } catch (error) {
      throw unreadable(isNativeError(error) ? error.message : String(error));
    }
  };
  unzip((inside) => {
    const name = basename(inside);
    if (inside.endsWith("/") || inside.startsWith("__MACOSX/") || name.startsWith(".")) return false;
    const other = paths.get(name);
    if (other === undefined) paths.set(name, inside);
    else twins ??= [other, inside];
    return false;
  });
  if (twins !== null) {
    throw new Error(
      `${path}: The zip contains both ${twins.join(" and ")}, so it is unclear which of them to read. Unpack it, and name the folder of the release.`,
    );
  }
  return {
    path,
    names: [...paths.keys()].sort(),
    read: (name) => {
      const inside = paths.get(name);
      const bytes = inside === undefined ? undefined : unzip((each) => each === inside)[inside];
      return bytes === undefined
        ? Promise.reject(Object.assign(new Error(`${path} contains no ${name}`), { code: "ENOENT" }))
        : Promise.resolve(bytes);
    },
  };
}
