/** Decodes UTF-8 and removes a byte order mark. Null if the bytes are not UTF-8. O(bytes). */
export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
