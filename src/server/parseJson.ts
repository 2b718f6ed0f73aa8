/** Invalid JSON from a client; the message is for the client. */
export class JsonError extends Error {
  override readonly name = "JsonError";
  readonly statusCode = 400;
}

/**
 * Parses JSON from a client. The key `__proto__` becomes an own property like any other.
 * @param most maximum depth of arrays and objects, because later code handles values recursively
 * @throws JsonError if the text is not JSON or is nested too deeply
 */
export function parseJson(text: string, most: number): unknown {
  checkNesting(text, most);
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonError("The body is not valid JSON.");
  }
}

/** @throws JsonError if JSON is nested more than `most` levels deep. Does not check whether the text is JSON. O(characters) */
export function checkNesting(text: string, most: number): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === "\\") at++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "[" || sign === "{") {
      if (++depth > most) throw new JsonError(`The JSON is nested more than ${most} levels deep.`);
    } else if (sign === "]" || sign === "}") depth--;
  }
}
