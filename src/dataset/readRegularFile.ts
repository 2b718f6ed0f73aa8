import { readFile, stat } from "node:fs/promises";

/**
 * Reads a file. Refuses a FIFO, a socket or a device before opening it, because reading one may never end.
 * @throws Error with a `code` if the file does not exist or cannot be read
 * @throws NotRegularError if the path is not a regular file
 */
export async function readRegularFile(path: string): Promise<Uint8Array> {
  await assertRegularFile(path);
  return readFile(path);
}

/**
 * @throws Error with a `code` if there is no such file
 * @throws NotRegularError if the path is not a regular file
 */
export async function assertRegularFile(path: string): Promise<void> {
  if (!(await stat(path)).isFile()) throw new NotRegularError(path);
}

/** A path is not a regular file. */
export class NotRegularError extends Error {
  override readonly name = "NotRegularError";

  constructor(path: string) {
    super(`${path} is a directory, FIFO, socket or device`);
  }
}

/** A sentence, without full stop, that says why a folder or a file cannot be read. */
export function whyUnreadable(what: "folder" | "file", error: unknown): string {
  if (error instanceof NotRegularError) return "It is a directory, FIFO, socket or device, not a regular file";
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT") return `There is no such ${what}`;
  return code === "ENOTDIR" ? "It is not a folder" : `The ${what} cannot be read (${code})`;
}
