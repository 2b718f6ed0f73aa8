/**
 * The UTF-8 bytes that an answer takes as JSON: its strings, numbers and names of fields with the signs between them, escapes left out.
 * Ends early once the count exceeds a bound, for an answer without bounds could not be counted in bounded time.
 * @param most the bound
 * @returns the bytes, or some number above `most`
 */
export function bytesOfAnswer(answer: unknown, most: number): number {
  if (typeof answer === "string") return Buffer.byteLength(answer) + 2;
  if (typeof answer !== "object" || answer === null) return String(answer).length;
  let bytes = 2;
  if (Array.isArray(answer)) {
    for (const item of answer) {
      bytes += 1 + bytesOfAnswer(item, most - bytes);
      if (bytes > most) break;
    }
  } else {
    for (const name in answer) {
      bytes += name.length + 4 + bytesOfAnswer((answer as Record<string, unknown>)[name], most - bytes);
      if (bytes > most) break;
    }
  }
  return bytes;
}
