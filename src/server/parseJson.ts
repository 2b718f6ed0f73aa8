/** JSON from a client that is refused; the message is for the client. */
export class JsonError extends Error {
  override readonly name = "JsonError";
  readonly statusCode = 400;
}

/**
 * Reads JSON of a client. Keys are data: `__proto__` is an own property like any other.
 * @param most arrays and objects within each other: what handles deeper values calls itself until the stack ends
 * @throws JsonError where the text is no JSON, or nests deeper
 */
export function parseJson(text: string, most: number): unknown {
  checkNesting(text, most);
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonError("The body is not valid JSON.");
  }
}

/** @throws JsonError where JSON nests deeper than `most`. O(characters); whether the text is JSON is not looked at. */
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
