/**
 * The size of an answer as JSON in UTF-8: its strings, numbers and field names with the punctuation between them, without escapes. Stops
 * once the size exceeds `most`, so that the time is bounded by `most` and not by the answer.
 * @param bytesOfText size of a string without its quotes
 * @returns the size in bytes, or some number above `most`
 */
export function bytesOfAnswer(answer: unknown, most: number, bytesOfText = utf8Bytes): number {
  if (typeof answer === "string") return bytesOfText(answer) + 2;
  if (typeof answer !== "object" || answer === null) return String(answer).length;
  let bytes = 2;
  if (Array.isArray(answer)) {
    for (const item of answer) {
      bytes += 1 + bytesOfAnswer(item, most - bytes, bytesOfText);
      if (bytes > most) break;
    }
  } else {
    for (const name in answer) {
      bytes += name.length + 4 + bytesOfAnswer((answer as Record<string, unknown>)[name], most - bytes, bytesOfText);
      if (bytes > most) break;
    }
  }
  return bytes;
}

/** Whether `bytesOfAnswer` exceeds `most`. Counts the bytes of strings only if an upper bound exceeds `most`. */
export function isLargerThan(answer: unknown, most: number): boolean {
  return bytesOfAnswer(answer, most, mostUtf8Bytes) > most && bytesOfAnswer(answer, most) > most;
}

function utf8Bytes(text: string): number {
  return Buffer.byteLength(text);
}

/** Upper bound of the UTF-8 bytes of a text: one UTF-16 code unit takes at most three. */
function mostUtf8Bytes(text: string): number {
  return 3 * text.length;
}
