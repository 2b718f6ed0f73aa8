import { readFile, stat } from "node:fs/promises";

/**
 * The bytes of a file. A FIFO, a socket or a device is refused before it is opened: reading one may never end.
 * @throws Error with a `code` where there is no such file or it cannot be read
 * @throws NotRegularError where the path leads to something else
 */
export async function readRegularFile(path: string): Promise<Uint8Array> {
  if (!(await stat(path)).isFile()) throw new NotRegularError(path);
  return readFile(path);
}

/** What a path leads to is no regular file. */
export class NotRegularError extends Error {
  override readonly name = "NotRegularError";

  constructor(path: string) {
    super(`${path} is a directory, FIFO, socket or device`);
  }
}

/** Why a folder or a file cannot be read, as a sentence for a person. */
export function whyUnreadable(what: "folder" | "file", error: unknown): string {
  if (error instanceof NotRegularError) return "It is a directory, FIFO, socket or device, not a regular file";
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT") return `There is no such ${what}`;
  return code === "ENOTDIR" ? "It is not a folder" : `The ${what} cannot be read (${code})`;
}
