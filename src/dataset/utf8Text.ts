/** The text of UTF-8 bytes without a byte order mark; null if they are not UTF-8. O(bytes). */
export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
