import { createReadStream } from "node:fs";
import { assertRegularFile } from "./readRegularFile.js";

/** Bytes read at once. */
const CHUNK = 1 << 20;

/**
 * Decodes a UTF-8 file, removes a byte order mark and returns the lines, some at a time, so that the text of a large file is never in memory
 * as a whole. Lines end with "\n".
 * @throws NotUtf8Error
 * @throws NotRegularError if the path is not a regular file
 * @throws Error with a `code` if the file does not exist or cannot be read
 */
export async function* linesOfFile(path: string): AsyncIterable<readonly string[]> {
  await assertRegularFile(path);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (error) {
      throw new NotUtf8Error(path, { cause: error });
    }
  };
  let begun = "";
  for await (const bytes of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>) {
    const lines = (begun + decoded(bytes)).split("\n");
    begun = lines.pop()!;
    yield lines;
  }
  yield [begun + decoded()];
}

/** A file is not UTF-8. */
export class NotUtf8Error extends Error {
  override readonly name = "NotUtf8Error";

  constructor(path: string, options: ErrorOptions) {
    super(`${path} is not UTF-8`, options);
  }
}
