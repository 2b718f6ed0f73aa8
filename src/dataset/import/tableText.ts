import { utf8Text } from "../utf8Text.js";

/** The byte order marks of UTF-16, in which spreadsheets save "Unicode text". */
const UTF_16_MARKS = [
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
] as const;

/**
 * Decodes a table in UTF-8, with or without a byte order mark, or in UTF-16 with one. Null for anything else: another encoding would give
 * wrong letters, and UTF-16 without a byte order mark would give NUL characters.
 */
export function tableText(bytes: Uint8Array): string | null {
  const utf16 = UTF_16_MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const text = utf16 === undefined ? utf8Text(bytes) : utf16Text(bytes, utf16.encoding);
  return text === null || text.includes("\0") ? null : text;
}

function utf16Text(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
